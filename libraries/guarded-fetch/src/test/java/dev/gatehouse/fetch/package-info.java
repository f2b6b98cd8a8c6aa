/** Fetches from real servers on the loopback, and a table of addresses that must be refused. */
@NullMarked
package dev.gatehouse.fetch;

import org.jspecify.annotations.NullMarked;
