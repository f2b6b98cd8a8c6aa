/** Hands out the web components that platforms embed. */
@NullMarked
package dev.gatehouse.org.elements;

import org.jspecify.annotations.NullMarked;
