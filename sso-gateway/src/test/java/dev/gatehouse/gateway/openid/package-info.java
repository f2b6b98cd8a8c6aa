@NullMarked
package dev.gatehouse.gateway.openid;

import org.jspecify.annotations.NullMarked;
