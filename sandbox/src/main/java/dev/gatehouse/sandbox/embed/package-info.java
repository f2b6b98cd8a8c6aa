/**
 * Brightdesk's own pages that embed Gatehouse's elements, as a platform's backend would serve them.
 */
@NullMarked
package dev.gatehouse.sandbox.embed;

import org.jspecify.annotations.NullMarked;
