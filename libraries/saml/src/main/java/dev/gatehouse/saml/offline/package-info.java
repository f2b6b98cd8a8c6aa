/** A validator for the command line: judges stored messages without a server. */
@NullMarked
package dev.gatehouse.saml.offline;

import org.jspecify.annotations.NullMarked;
