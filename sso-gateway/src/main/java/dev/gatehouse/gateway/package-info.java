/** The sign-in gateway: one package for each thing it does. */
@NullMarked
package dev.gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
