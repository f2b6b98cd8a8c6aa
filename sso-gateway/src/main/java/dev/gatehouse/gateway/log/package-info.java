/** The sign-in log, for administrators of an organization and operators. */
@NullMarked
package dev.gatehouse.gateway.log;

import org.jspecify.annotations.NullMarked;
