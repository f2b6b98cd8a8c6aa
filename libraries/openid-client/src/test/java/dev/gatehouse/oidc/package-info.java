/** The shared words of the relying party. */
@NullMarked
package dev.gatehouse.oidc;

import org.jspecify.annotations.NullMarked;
