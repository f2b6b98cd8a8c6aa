/** What the OpenAPI document says about every operation alike. */
@NullMarked
package dev.gatehouse.org.contract;

import org.jspecify.annotations.NullMarked;
