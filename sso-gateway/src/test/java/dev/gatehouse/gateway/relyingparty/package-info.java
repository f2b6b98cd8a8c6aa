/** Attacks on, and journeys through, OpenID Connect as the upstream protocol. */
@NullMarked
package dev.gatehouse.gateway.relyingparty;

import org.jspecify.annotations.NullMarked;
