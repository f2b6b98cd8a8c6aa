/** The service providers registered with the identity provider. */
@NullMarked
package dev.gatehouse.sandbox.idp.provider;

import org.jspecify.annotations.NullMarked;
