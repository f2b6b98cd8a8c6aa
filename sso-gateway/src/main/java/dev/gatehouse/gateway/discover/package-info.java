/** Tells an application whether an email domain signs in here. */
@NullMarked
package dev.gatehouse.gateway.discover;

import org.jspecify.annotations.NullMarked;
