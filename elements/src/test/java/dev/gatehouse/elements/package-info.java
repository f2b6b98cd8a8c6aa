/** The real bundle in a real browser; only the API behind it is played. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.elements;
