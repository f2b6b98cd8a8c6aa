/**
 * The only code that knows OpenSAML and Santuario.
 *
 * <p>OpenSAML 4.0.1 is out of support, so nothing a stranger sends passes through its object model:
 * it lends its schemas and builds what we send. Foreign messages go through one hardened parser
 * into one DOM; Santuario verifies and decrypts; and what is read afterwards is parsed from exactly
 * the bytes that were verified.
 */
@NullMarked
package dev.gatehouse.saml.opensaml;

import org.jspecify.annotations.NullMarked;
