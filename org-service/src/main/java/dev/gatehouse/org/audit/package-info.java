/** The audit trail of all services: who changed what, kept for ever, shown newest first. */
@NullMarked
package dev.gatehouse.org.audit;

import org.jspecify.annotations.NullMarked;
