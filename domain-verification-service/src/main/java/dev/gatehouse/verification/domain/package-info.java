/** Domains that organizations claim: names, challenges, ownership and what may happen to each. */
@NullMarked
package dev.gatehouse.verification.domain;

import org.jspecify.annotations.NullMarked;
