/** The identity provider's signing keys and their rotation. */
@NullMarked
package dev.gatehouse.sandbox.idp.key;

import org.jspecify.annotations.NullMarked;
