package dev.gatehouse.quickstart;

/** The signal that asks a part to end in good order. */
enum StopSignal {
  TERM,
  /** PostgreSQL: roll back, disconnect everybody, checkpoint. TERM would wait for clients. */
  INT;

  String id() {
    return name();
  }
}
