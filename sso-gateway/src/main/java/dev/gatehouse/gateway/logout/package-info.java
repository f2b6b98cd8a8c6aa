/** Signing out: from an application, from an identity provider, and telling everybody else. */
@NullMarked
package dev.gatehouse.gateway.logout;

import org.jspecify.annotations.NullMarked;
