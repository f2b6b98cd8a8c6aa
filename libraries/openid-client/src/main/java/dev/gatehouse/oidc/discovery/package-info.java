/** Understands what an admin gives as issuer, by OpenID Connect Discovery. */
@NullMarked
package dev.gatehouse.oidc.discovery;

import org.jspecify.annotations.NullMarked;
