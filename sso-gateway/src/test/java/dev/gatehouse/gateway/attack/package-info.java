/** Attacks on the whole gateway, named after the catalogue in docs/attacks.md. */
@NullMarked
package dev.gatehouse.gateway.attack;

import org.jspecify.annotations.NullMarked;
