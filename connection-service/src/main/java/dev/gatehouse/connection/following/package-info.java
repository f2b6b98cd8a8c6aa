/** Taking new keys from a metadata address by itself, where an admin asked for it. */
@NullMarked
package dev.gatehouse.connection.following;

import org.jspecify.annotations.NullMarked;
