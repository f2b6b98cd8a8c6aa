/** The one way out to an identity provider, as a port. */
@NullMarked
package dev.gatehouse.oidc.fetch;

import org.jspecify.annotations.NullMarked;
