/** Which DNS provider hosts a zone, and what to type into its console. */
@NullMarked
package dev.gatehouse.verification.provider;

import org.jspecify.annotations.NullMarked;
