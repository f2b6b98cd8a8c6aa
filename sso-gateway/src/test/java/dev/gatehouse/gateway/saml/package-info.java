/** Answers of identity providers, honest and otherwise. */
@NullMarked
package dev.gatehouse.gateway.saml;

import org.jspecify.annotations.NullMarked;
