/** Keys that rotate, vanish and flood. */
@NullMarked
package dev.gatehouse.oidc.keys;

import org.jspecify.annotations.NullMarked;
