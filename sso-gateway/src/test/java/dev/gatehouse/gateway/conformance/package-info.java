/**
 * What the OpenID Foundation's conformance suite would check, asked of the running gateway by an
 * application that is built on a stock library.
 */
@NullMarked
package dev.gatehouse.gateway.conformance;

import org.jspecify.annotations.NullMarked;
