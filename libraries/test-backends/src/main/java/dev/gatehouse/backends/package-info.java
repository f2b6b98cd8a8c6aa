/**
 * What the tests of a service run against: a real PostgreSQL, a real Kafka broker, an issuer of
 * admin tokens. For tests only; no service depends on it.
 */
@NullMarked
package dev.gatehouse.backends;

import org.jspecify.annotations.NullMarked;
