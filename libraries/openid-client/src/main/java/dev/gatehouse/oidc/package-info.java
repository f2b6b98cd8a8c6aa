/** The words of an OpenID Connect relying party: issuers, checks, and reasons for refusing. */
@NullMarked
package dev.gatehouse.oidc;

import org.jspecify.annotations.NullMarked;
