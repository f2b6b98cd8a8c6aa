/** The menu of faults: ways in which the identity provider's answers can be wrong. */
@NullMarked
package dev.gatehouse.sandbox.idp.fault;

import org.jspecify.annotations.NullMarked;
