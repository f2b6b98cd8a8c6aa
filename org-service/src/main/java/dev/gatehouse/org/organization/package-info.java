/** Organizations, their names, and the switch for self-serve SSO. */
@NullMarked
package dev.gatehouse.org.organization;

import org.jspecify.annotations.NullMarked;
