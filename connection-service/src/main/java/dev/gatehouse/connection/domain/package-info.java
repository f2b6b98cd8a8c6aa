/** A local copy of what domain-verification-service publishes. */
@NullMarked
package dev.gatehouse.connection.domain;

import org.jspecify.annotations.NullMarked;
