/** One catalogue of problem codes, and how a problem looks on the wire (RFC 9457). */
@NullMarked
package dev.gatehouse.problems;

import org.jspecify.annotations.NullMarked;
