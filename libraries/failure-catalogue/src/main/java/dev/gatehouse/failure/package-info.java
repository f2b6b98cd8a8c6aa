/** Why a sign-in failed, in plain words, and what to change where; texts only, no decisions. */
@NullMarked
package dev.gatehouse.failure;

import org.jspecify.annotations.NullMarked;
