/** The people one can sign in as. */
@NullMarked
package dev.gatehouse.sandbox.idp.person;

import org.jspecify.annotations.NullMarked;
