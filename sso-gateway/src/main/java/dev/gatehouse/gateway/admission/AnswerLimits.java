package dev.gatehouse.gateway.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many answers of identity providers are taken in. The defaults leave room for a customer whose
 * people all sign in at nine behind one address. Each replica counts for itself.
 */
@ConfigMapping(prefix = "gatehouse.answers")
public interface AnswerLimits {

  /** The longest body that is read, in bytes; real answers have some ten thousand. */
  @WithDefault("400000")
  int longest();

  /** Answers of one connection that are worked on at once; beyond it 503. */
  @WithDefault("32")
  int atOnce();

  /** Answers that one connection takes per second, in the long run; beyond it 429. */
  @WithDefault("100")
  int perSecond();

  /** How many may come together before that counts. */
  @WithDefault("500")
  int burst();

  /** The same for one client address at one connection, so that one sender cannot use it all up. */
  @WithDefault("50")
  int perSecondFromOneAddress();

  /** How many may come together from one address. */
  @WithDefault("200")
  int burstFromOneAddress();

  /** How many connections and addresses are remembered; the longest unseen are forgotten. */
  @WithDefault("20000")
  int remembered();
}
