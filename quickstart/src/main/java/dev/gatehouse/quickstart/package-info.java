/** Starts all of Gatehouse on one machine and stops it again, leaving nothing behind. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.quickstart;
