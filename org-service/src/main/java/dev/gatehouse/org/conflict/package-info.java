/** What the database's unique indexes refuse, as problems. */
@NullMarked
package dev.gatehouse.org.conflict;

import org.jspecify.annotations.NullMarked;
