/** Tests. */
@NullMarked
package dev.gatehouse.verification.organization;

import org.jspecify.annotations.NullMarked;
