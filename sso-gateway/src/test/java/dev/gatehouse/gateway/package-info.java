/** Tests of the gateway as a whole. */
@NullMarked
package dev.gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
