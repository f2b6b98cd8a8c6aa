/** Tests. */
@NullMarked
package dev.gatehouse.verification.provider;

import org.jspecify.annotations.NullMarked;
