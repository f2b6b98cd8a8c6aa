/** The languages that people are spoken to in: which one was asked for, and texts in it. */
@NullMarked
package dev.gatehouse.languages;

import org.jspecify.annotations.NullMarked;
