/** Attacks on ID tokens, each with a token that is really signed. */
@NullMarked
package dev.gatehouse.oidc.idtoken;

import org.jspecify.annotations.NullMarked;
