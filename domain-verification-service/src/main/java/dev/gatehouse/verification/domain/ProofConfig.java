package dev.gatehouse.verification.domain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a proven domain is looked at again, and what it takes to lose it. */
@ConfigMapping(prefix = "gatehouse.proof")
public interface ProofConfig {

  /** How often the record of a proven domain is looked for. */
  @WithDefault("24h")
  Duration every();

  /** How soon after a look that DNS did not answer. */
  @WithDefault("1h")
  Duration unanswered();

  /** On how many days DNS has to say "no such record" before the domain is lapsing. */
  @WithDefault("3")
  int absences();

  /** How long a lapsing domain has before it lapses; everything works meanwhile. */
  @WithDefault("P14D")
  Duration grace();

  /** How many proven domains one replica takes at a time, beside the pending ones. */
  @WithDefault("8")
  int batch();
}
