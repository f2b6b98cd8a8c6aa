/** Sends the browser to an identity provider and judges what it brings back. */
@NullMarked
package dev.gatehouse.oidc.authorization;

import org.jspecify.annotations.NullMarked;
