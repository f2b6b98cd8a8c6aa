/** Creations that can be retried: the first answer is kept and given again. */
@NullMarked
package dev.gatehouse.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
