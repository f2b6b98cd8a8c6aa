/** Redeems an authorization code at an identity provider. */
@NullMarked
package dev.gatehouse.oidc.token;

import org.jspecify.annotations.NullMarked;
