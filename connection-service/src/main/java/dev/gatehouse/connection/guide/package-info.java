/** Set-up guides: a provider's steps with one connection's values in them. */
@NullMarked
package dev.gatehouse.connection.guide;

import org.jspecify.annotations.NullMarked;
