/** Tests. */
@NullMarked
package dev.gatehouse.verification.domain;

import org.jspecify.annotations.NullMarked;
