/** Roles: the two that every organization has, and those it made itself. */
@NullMarked
package dev.gatehouse.org.role;

import org.jspecify.annotations.NullMarked;
