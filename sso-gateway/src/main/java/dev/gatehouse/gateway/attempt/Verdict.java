package dev.gatehouse.gateway.attempt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gatehouse.saml.Check;
import dev.gatehouse.saml.SamlVerdict;
import java.util.List;
import java.util.Optional;

/** What an answer of the identity provider was worth, as it is kept under its attempt. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Verdict.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Verdict.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = Verdict.NotJudged.class, name = "not_judged")
})
public sealed interface Verdict {

  /** The response as posted; kept for test runs only. */
  Optional<String> response();

  /** How each check went. */
  List<Check> checks();

  /** The response proves who signed in. */
  record Accepted(SamlVerdict.Accepted verdict, JudgedWith with, Optional<String> response)
      implements Verdict {
    @Override
    public List<Check> checks() {
      return verdict.checks();
    }
  }

  /** The response proves nothing. */
  record Rejected(SamlVerdict.Rejected verdict, Optional<String> response) implements Verdict {
    @Override
    public List<Check> checks() {
      return verdict.checks();
    }
  }

  /** The response was not looked at. */
  record NotJudged(Finding finding) implements Verdict {
    @Override
    public Optional<String> response() {
      return Optional.empty();
    }

    @Override
    public List<Check> checks() {
      return List.of();
    }
  }

  /**
   * What the judgement rested on.
   *
   * @param issuer the identity provider's entity id
   * @param source where the subject was read from
   * @param keys fingerprints of the keys that were trusted
   * @param epoch and {@code version}: of the connection that said so
   */
  record JudgedWith(String issuer, String source, List<String> keys, long epoch, long version) {}
}
