/** Completes an accepted identity from the UserInfo endpoint. */
@NullMarked
package dev.gatehouse.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
