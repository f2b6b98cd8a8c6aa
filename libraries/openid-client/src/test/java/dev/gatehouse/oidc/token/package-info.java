/** Redeeming codes. */
@NullMarked
package dev.gatehouse.oidc.token;

import org.jspecify.annotations.NullMarked;
