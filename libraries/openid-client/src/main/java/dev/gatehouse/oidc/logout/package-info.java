/** Understands what an OpenID provider says when it ends the session of a person. */
@NullMarked
package dev.gatehouse.oidc.logout;

import org.jspecify.annotations.NullMarked;
