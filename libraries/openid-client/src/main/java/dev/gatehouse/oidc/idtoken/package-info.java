/** Judges ID tokens. Pure functions: no clock, no network, CPU work for the caller's worker. */
@NullMarked
package dev.gatehouse.oidc.idtoken;

import org.jspecify.annotations.NullMarked;
