/** Tests of the pages by themselves. */
@NullMarked
package dev.gatehouse.gateway.page;

import org.jspecify.annotations.NullMarked;
