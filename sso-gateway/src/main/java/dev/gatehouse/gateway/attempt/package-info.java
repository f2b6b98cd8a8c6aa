/**
 * One trip to an identity provider and back: what was asked, by which browser, with what result.
 */
@NullMarked
package dev.gatehouse.gateway.attempt;

import org.jspecify.annotations.NullMarked;
