/**
 * The OpenID provider that applications talk to. It knows nothing of how a person signs in; it
 * starts a sign-in and later redeems its code.
 */
@NullMarked
package dev.gatehouse.gateway.openid;

import org.jspecify.annotations.NullMarked;
