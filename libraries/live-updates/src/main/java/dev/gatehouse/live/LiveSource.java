package dev.gatehouse.live;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads the present state of what a stream follows. Called one at a time. */
public interface LiveSource {

  /** The events with which a reader who knows nothing knows everything. */
  Uni<List<LiveEvent>> all();

  /** What to say about the one that changed. */
  Uni<List<LiveEvent>> one(String id);
}
