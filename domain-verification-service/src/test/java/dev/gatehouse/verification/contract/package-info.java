/** What the service promises others, and how it is built. */
@NullMarked
package dev.gatehouse.verification.contract;

import org.jspecify.annotations.NullMarked;
