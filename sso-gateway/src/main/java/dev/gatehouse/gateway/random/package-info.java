/** Values that nobody can guess. */
@NullMarked
package dev.gatehouse.gateway.random;

import org.jspecify.annotations.NullMarked;
