/** Operators stop a connection here and now, whatever Kafka does. */
@NullMarked
package dev.gatehouse.gateway.suspension;

import org.jspecify.annotations.NullMarked;
