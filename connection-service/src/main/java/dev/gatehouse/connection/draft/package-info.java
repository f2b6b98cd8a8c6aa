/** The draft of a connection: every save is a new immutable revision. */
@NullMarked
package dev.gatehouse.connection.draft;

import org.jspecify.annotations.NullMarked;
