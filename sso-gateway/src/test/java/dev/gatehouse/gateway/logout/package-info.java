@NullMarked
package dev.gatehouse.gateway.logout;

import org.jspecify.annotations.NullMarked;
