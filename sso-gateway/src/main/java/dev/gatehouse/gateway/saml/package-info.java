/** The SAML service provider towards identity providers: requests, answers, metadata. */
@NullMarked
package dev.gatehouse.gateway.saml;

import org.jspecify.annotations.NullMarked;
