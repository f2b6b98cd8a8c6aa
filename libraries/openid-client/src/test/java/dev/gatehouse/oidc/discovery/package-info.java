/** What admins give as issuer. */
@NullMarked
package dev.gatehouse.oidc.discovery;

import org.jspecify.annotations.NullMarked;
