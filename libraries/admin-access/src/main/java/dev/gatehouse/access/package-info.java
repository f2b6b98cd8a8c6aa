/**
 * Who calls an admin API, and what they may do: bearer tokens, permissions, and what every admin
 * API does the same way (idempotency keys, preconditions, cursors). No domain type may live here.
 */
@NullMarked
package dev.gatehouse.access;

import org.jspecify.annotations.NullMarked;
