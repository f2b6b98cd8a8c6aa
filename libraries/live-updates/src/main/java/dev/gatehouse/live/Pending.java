package dev.gatehouse.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stream has still to say. However slow its reader is, this holds each thing once at most:
 * what is read in the end is the newest state.
 */
final class Pending {

  private final Set<String> ids = new LinkedHashSet<>();
  private boolean all;
  private boolean heartbeat;
  private boolean expired;

  /** What to do now. */
  record Work(boolean expired, boolean all, List<String> ids, boolean heartbeat) {

    boolean isNothing() {
      return !expired && !all && ids.isEmpty() && !heartbeat;
    }
  }

  synchronized void one(String id) {
    ids.add(id);
  }

  synchronized void everything() {
    all = true;
  }

  synchronized void heartbeat() {
    heartbeat = true;
  }

  synchronized void expired() {
    expired = true;
  }

  synchronized Work take() {
    var work = new Work(expired, all, all ? List.of() : List.copyOf(ids), heartbeat);
    all = false;
    heartbeat = false;
    ids.clear();
    return work;
  }
}
