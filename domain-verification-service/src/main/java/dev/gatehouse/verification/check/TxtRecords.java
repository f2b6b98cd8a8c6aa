package dev.gatehouse.verification.check;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads TXT records so exactly that a decision can rest on it. Never fails: no answer is one. */
public interface TxtRecords {

  /** The answer of whichever resolver answers first in order; not enough to decide by. */
  Uni<TxtAnswer> at(String host);

  /** The answers of all resolvers, each asked by itself, in their order. */
  Uni<List<TxtAnswer>> everywhere(String host);
}
