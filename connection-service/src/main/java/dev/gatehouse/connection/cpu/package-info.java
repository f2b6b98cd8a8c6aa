/** CPU-heavy work, away from the event loop and bounded. */
@NullMarked
package dev.gatehouse.connection.cpu;

import org.jspecify.annotations.NullMarked;
