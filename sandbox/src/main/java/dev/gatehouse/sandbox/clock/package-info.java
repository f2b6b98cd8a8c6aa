/** The sandbox's time, which tests move together with that of the services. */
@NullMarked
package dev.gatehouse.sandbox.clock;

import org.jspecify.annotations.NullMarked;
