/** The DNS itself: the only package that knows Vert.x's DNS client and dnsjava. */
@NullMarked
package dev.gatehouse.verification.check.dns;

import org.jspecify.annotations.NullMarked;
