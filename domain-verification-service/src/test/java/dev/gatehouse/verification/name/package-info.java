/** Tests. */
@NullMarked
package dev.gatehouse.verification.name;

import org.jspecify.annotations.NullMarked;
