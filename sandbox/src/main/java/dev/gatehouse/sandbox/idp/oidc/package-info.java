/** The same identity provider over OpenID Connect: code flow, PKCE, RS256. */
@NullMarked
package dev.gatehouse.sandbox.idp.oidc;

import org.jspecify.annotations.NullMarked;
