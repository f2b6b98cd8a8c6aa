/**
 * HTTP GET of addresses that customers give, and POST of forms to them, which must not become a way
 * into the network we run in. Nothing else may live here, no domain type above all.
 */
@NullMarked
package dev.gatehouse.fetch;

import org.jspecify.annotations.NullMarked;
