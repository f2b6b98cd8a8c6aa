/** For each reason of a failure: what provokes it, and what is said about it. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.gateway.reason;
