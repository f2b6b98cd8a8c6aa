/** Connections: what they are made of, how they are stored and published. */
@NullMarked
package dev.gatehouse.connection.connection;

import org.jspecify.annotations.NullMarked;
