/** The one clock of a service. End-to-end tests may move it; production refuses to start if so. */
@NullMarked
package dev.gatehouse.clock;

import org.jspecify.annotations.NullMarked;
