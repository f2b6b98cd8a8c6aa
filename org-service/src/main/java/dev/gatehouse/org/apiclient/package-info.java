/** The clients that operators call with. */
@NullMarked
package dev.gatehouse.org.apiclient;

import org.jspecify.annotations.NullMarked;
