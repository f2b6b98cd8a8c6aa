/** Looking for the proof: when it is looked for, what was found, and what follows from it. */
@NullMarked
package dev.gatehouse.verification.check;

import org.jspecify.annotations.NullMarked;
