/** Which domains a connection signs in. */
@NullMarked
package dev.gatehouse.connection.assignment;

import org.jspecify.annotations.NullMarked;
