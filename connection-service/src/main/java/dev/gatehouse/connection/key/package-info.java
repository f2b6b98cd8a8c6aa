/** The keys of identity providers, a set beside the revisions. */
@NullMarked
package dev.gatehouse.connection.key;

import org.jspecify.annotations.NullMarked;
