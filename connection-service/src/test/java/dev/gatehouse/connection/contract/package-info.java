/** What connection-service promises, and how it is built. */
@NullMarked
package dev.gatehouse.connection.contract;

import org.jspecify.annotations.NullMarked;
