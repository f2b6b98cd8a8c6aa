@NullMarked
package dev.gatehouse.gateway.suspension;

import org.jspecify.annotations.NullMarked;
