/**
 * How many answers of identity providers are taken in, and how fast, for each connection: so that a
 * flood at one costs the others nothing.
 */
@NullMarked
package dev.gatehouse.gateway.admission;

import org.jspecify.annotations.NullMarked;
