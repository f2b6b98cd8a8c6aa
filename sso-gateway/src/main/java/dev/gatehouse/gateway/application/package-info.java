/** Applications: the OIDC clients that signed-in people are handed to. */
@NullMarked
package dev.gatehouse.gateway.application;

import org.jspecify.annotations.NullMarked;
