/** Understanding what an admin says about an identity provider, before anything is stored. */
@NullMarked
package dev.gatehouse.connection.idp;

import org.jspecify.annotations.NullMarked;
