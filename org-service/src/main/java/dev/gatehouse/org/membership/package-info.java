/** Members of organizations: invited by people, or brought by a first sign-in. */
@NullMarked
package dev.gatehouse.org.membership;

import org.jspecify.annotations.NullMarked;
