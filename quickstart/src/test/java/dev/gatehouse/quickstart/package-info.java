/** What the launcher promises, and that it leaves nothing behind. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.quickstart;
