/** Reads metadata with the SAML library. */
@NullMarked
package dev.gatehouse.connection.idp.saml;

import org.jspecify.annotations.NullMarked;
