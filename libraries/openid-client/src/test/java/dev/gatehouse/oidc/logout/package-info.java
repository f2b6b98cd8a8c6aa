@NullMarked
package dev.gatehouse.oidc.logout;

import org.jspecify.annotations.NullMarked;
