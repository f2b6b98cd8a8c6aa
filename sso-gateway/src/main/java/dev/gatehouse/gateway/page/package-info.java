/** The pages that people see while they sign in: calm, small, without scripts or third parties. */
@NullMarked
package dev.gatehouse.gateway.page;

import org.jspecify.annotations.NullMarked;
