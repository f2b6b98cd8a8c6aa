@NullMarked
package dev.gatehouse.gateway.projection;

import org.jspecify.annotations.NullMarked;
