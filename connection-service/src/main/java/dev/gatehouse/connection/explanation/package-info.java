/** Failures in the words of one connection's identity provider. */
@NullMarked
package dev.gatehouse.connection.explanation;

import org.jspecify.annotations.NullMarked;
