/**
 * Live updates: what a transaction commits reaches the pages that show it, whichever replica they
 * are connected to. PostgreSQL tells every replica what changed (LISTEN/NOTIFY, sent by triggers of
 * the services); nobody polls.
 */
@NullMarked
package dev.gatehouse.live;

import org.jspecify.annotations.NullMarked;
