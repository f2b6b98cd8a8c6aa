/** The port to identity providers, implemented with guarded fetches. */
@NullMarked
package dev.gatehouse.oidc.guarded;

import org.jspecify.annotations.NullMarked;
