/** Runs while this module is built and is no part of its jar. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.elements.bundle;
