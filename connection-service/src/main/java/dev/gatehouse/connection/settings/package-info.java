/** What a revision fixes, as values; nothing here knows a connection. */
@NullMarked
package dev.gatehouse.connection.settings;

import org.jspecify.annotations.NullMarked;
