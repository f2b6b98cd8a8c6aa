/** Tests. */
@NullMarked
package dev.gatehouse.verification.check;

import org.jspecify.annotations.NullMarked;
