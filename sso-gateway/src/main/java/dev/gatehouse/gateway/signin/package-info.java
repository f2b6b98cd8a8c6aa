/** A sign-in of a person to an application: which connection, and at the end a code or a reason. */
@NullMarked
package dev.gatehouse.gateway.signin;

import org.jspecify.annotations.NullMarked;
