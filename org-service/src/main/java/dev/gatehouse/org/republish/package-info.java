/** Publishing everything again, for consumers that lost it. */
@NullMarked
package dev.gatehouse.org.republish;

import org.jspecify.annotations.NullMarked;
