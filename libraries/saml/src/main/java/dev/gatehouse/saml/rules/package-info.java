/** The checks on values that are known to be signed: pure functions, no XML. */
@NullMarked
package dev.gatehouse.saml.rules;

import org.jspecify.annotations.NullMarked;
