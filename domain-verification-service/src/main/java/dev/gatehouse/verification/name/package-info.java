/** Domain names: the one spelling of each, and which names nobody may claim. */
@NullMarked
package dev.gatehouse.verification.name;

import org.jspecify.annotations.NullMarked;
