/**
 * Taking in events: decode, apply with retries for ever, let only the undecodable go to the
 * dead-letter topic, know how fresh we are. No domain type may live here.
 */
@NullMarked
package dev.gatehouse.intake;

import org.jspecify.annotations.NullMarked;
