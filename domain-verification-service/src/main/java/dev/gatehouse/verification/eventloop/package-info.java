/** Coming back to the event loop after something was waited for elsewhere. */
@NullMarked
package dev.gatehouse.verification.eventloop;

import org.jspecify.annotations.NullMarked;
