/** Black-box journeys: everything runs for real, and is reached only as its users reach it. */
@NullMarked
package dev.gatehouse.e2e;

import org.jspecify.annotations.NullMarked;
