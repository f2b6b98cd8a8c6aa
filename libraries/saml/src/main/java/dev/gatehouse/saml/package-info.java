/** What a SAML 2.0 service provider needs: judge responses, read metadata, build requests. */
@NullMarked
package dev.gatehouse.saml;

import org.jspecify.annotations.NullMarked;
