/**
 * The transactional outbox: state and event are written in one transaction, and one relay per
 * service publishes the events in order, at least once. No domain type may live here.
 */
@NullMarked
package dev.gatehouse.outbox;

import org.jspecify.annotations.NullMarked;
