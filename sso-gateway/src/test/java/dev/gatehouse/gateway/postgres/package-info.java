@NullMarked
package dev.gatehouse.gateway.postgres;

import org.jspecify.annotations.NullMarked;
