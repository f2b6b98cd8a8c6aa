/**
 * Brightdesk, a sample B2B application that signs people in with a stock OpenID Connect library.
 */
@NullMarked
package dev.gatehouse.sandbox.app;

import org.jspecify.annotations.NullMarked;
