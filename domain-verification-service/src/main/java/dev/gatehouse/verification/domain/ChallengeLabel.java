package dev.gatehouse.verification.domain;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Refuses to start with a label under which no challenge could be published. */
@Singleton
class ChallengeLabel {

  /** The underscore keeps it out of the names of hosts (RFC 8552 section 1.1). */
  private static final Pattern LABEL = Pattern.compile("_[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

  private final ChallengeConfig config;

  ChallengeLabel(ChallengeConfig config) {
    this.config = config;
  }

  void refuseImpossible(@Observes StartupEvent start) {
    check(config.label());
  }

  static void check(String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalStateException(
          "GATEHOUSE_CHALLENGE_LABEL must be one lower-case DNS label that starts with an underscore,"
              + " such as _acme-challenge; it is "
              + label);
    }
  }
}
