/** The keys that identity providers publish, kept fresh without flooding them. */
@NullMarked
package dev.gatehouse.oidc.keys;

import org.jspecify.annotations.NullMarked;
