@NullMarked
package dev.gatehouse.gateway.admission;

import org.jspecify.annotations.NullMarked;
