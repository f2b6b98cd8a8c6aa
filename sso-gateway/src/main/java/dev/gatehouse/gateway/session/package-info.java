/** What has to be remembered of a sign-in so that a later logout finds it. */
@NullMarked
package dev.gatehouse.gateway.session;

import org.jspecify.annotations.NullMarked;
