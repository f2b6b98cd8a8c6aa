/** OpenID Connect towards customers' identity providers, whose relying party the gateway is. */
@NullMarked
package dev.gatehouse.gateway.relyingparty;

import org.jspecify.annotations.NullMarked;
