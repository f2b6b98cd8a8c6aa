/** Sends browsers to identity providers, whatever the protocol. */
@NullMarked
package dev.gatehouse.gateway.departure;

import org.jspecify.annotations.NullMarked;
