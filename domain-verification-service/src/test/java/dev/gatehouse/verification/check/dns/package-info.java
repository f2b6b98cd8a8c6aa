/** Tests. */
@NullMarked
package dev.gatehouse.verification.check.dns;

import org.jspecify.annotations.NullMarked;
