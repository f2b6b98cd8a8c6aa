/** UserInfo beside an ID token. */
@NullMarked
package dev.gatehouse.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
