/** What goes live, and under which conditions. */
@NullMarked
package dev.gatehouse.connection.activation;

import org.jspecify.annotations.NullMarked;
