/** What happens to organizations elsewhere and matters here. */
@NullMarked
package dev.gatehouse.verification.organization;

import org.jspecify.annotations.NullMarked;
