/** Whom the gateway lets in, and whom not. */
@NullMarked
package dev.gatehouse.gateway.signin;

import org.jspecify.annotations.NullMarked;
