/** State that survives a restart, in plain JSON files. */
@NullMarked
package dev.gatehouse.sandbox.kept;

import org.jspecify.annotations.NullMarked;
