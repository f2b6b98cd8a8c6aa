package dev.gatehouse.verification.check;

import io.smallrye.mutiny.Uni;

/** Reads TXT records so exactly that a decision can rest on it. Never fails: no answer is one. */
public interface TxtRecords {

  Uni<TxtAnswer> at(String host);
}
