/** Tests of attempts by themselves. */
@NullMarked
package dev.gatehouse.gateway.attempt;

import org.jspecify.annotations.NullMarked;
