@NullMarked
package dev.gatehouse.sandbox.embed;

import org.jspecify.annotations.NullMarked;
