/** The way out and back by browser, and attacks on it. */
@NullMarked
package dev.gatehouse.oidc.authorization;

import org.jspecify.annotations.NullMarked;
