/** What all pages of the sandbox share: the front page, refusals, response headers. */
@NullMarked
package dev.gatehouse.sandbox.pages;

import org.jspecify.annotations.NullMarked;
