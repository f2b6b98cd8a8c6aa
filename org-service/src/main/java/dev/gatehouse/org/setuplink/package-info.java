/**
 * Set-up links: an IT admin without an account gets some steps of one organization's set-up, in the
 * browser that opens the link first.
 */
@NullMarked
package dev.gatehouse.org.setuplink;

import org.jspecify.annotations.NullMarked;
