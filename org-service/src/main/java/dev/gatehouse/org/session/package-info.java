/** Embed sessions: a member's token for the page that embeds the Security tab. */
@NullMarked
package dev.gatehouse.org.session;

import org.jspecify.annotations.NullMarked;
