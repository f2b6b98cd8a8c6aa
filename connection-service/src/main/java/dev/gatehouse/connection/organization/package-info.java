/** News of organizations and members, and what a deleted organization takes with it. */
@NullMarked
package dev.gatehouse.connection.organization;

import org.jspecify.annotations.NullMarked;
