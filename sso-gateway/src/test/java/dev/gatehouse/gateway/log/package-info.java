@NullMarked
package dev.gatehouse.gateway.log;

import org.jspecify.annotations.NullMarked;
