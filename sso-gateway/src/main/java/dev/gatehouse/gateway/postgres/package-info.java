/** How the gateway talks to PostgreSQL. */
@NullMarked
package dev.gatehouse.gateway.postgres;

import org.jspecify.annotations.NullMarked;
