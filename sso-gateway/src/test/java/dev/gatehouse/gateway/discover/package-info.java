@NullMarked
package dev.gatehouse.gateway.discover;

import org.jspecify.annotations.NullMarked;
