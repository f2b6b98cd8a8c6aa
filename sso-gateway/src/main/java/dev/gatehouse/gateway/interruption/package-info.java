/** Refusals that end no attempt, each with a reference to find the reason by. */
@NullMarked
package dev.gatehouse.gateway.interruption;

import org.jspecify.annotations.NullMarked;
