@NullMarked
package dev.gatehouse.gateway.application;

import org.jspecify.annotations.NullMarked;
