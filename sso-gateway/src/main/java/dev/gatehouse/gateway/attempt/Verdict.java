package dev.gatehouse.gateway.attempt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer of the identity provider was worth, as it is kept under its attempt. The same
 * whatever the protocol: what follows from it does not ask how it came about.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Verdict.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Verdict.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = Verdict.NotJudged.class, name = "not_judged")
})
public sealed interface Verdict {

  /** The answer as it came; kept for test runs only. */
  Optional<String> response();

  /** How each check went. */
  List<Check> checks();

  /** The answer proves who signed in. */
  record Accepted(
      Subject subject,
      Authentication authentication,
      SingleUse singleUse,
      List<Check> checks,
      JudgedWith with,
      Optional<String> response)
      implements Verdict {

    /** What it takes to sign somebody in; how each check went is for test reports only. */
    Accepted withoutChecks() {
      return new Accepted(subject, authentication, singleUse, List.of(), with, response);
    }

    @Override
    public String toString() {
      return "Accepted[" + with.issuer() + "]";
    }
  }

  /**
   * The answer proves nothing.
   *
   * @param findings at least one
   * @param seen who it would have been, if the signature was good: for test reports only
   */
  record Rejected(
      List<Finding> findings, List<Check> checks, Optional<Subject> seen, Optional<String> response)
      implements Verdict {
    @Override
    public String toString() {
      return "Rejected" + findings;
    }
  }

  /** The answer was not looked at. */
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
   * Who the identity provider says signed in, read from signed bytes only.
   *
   * @param key the stable name of the person within the connection; empty only in a rejection
   * @param nameId and {@code nameIdFormat}: SAML's, for logout
   */
  record Subject(
      String key,
      Optional<String> nameId,
      Optional<String> nameIdFormat,
      Optional<String> email,
      Optional<String> givenName,
      Optional<String> familyName,
      List<String> groups,
      Map<String, List<String>> attributes) {
    @Override
    public String toString() {
      return "Subject[" + attributes.size() + " attributes]";
    }
  }

  /**
   * How the person authenticated.
   *
   * @param methods RFC 8176 names; empty if the identity provider does not say
   * @param session the identity provider's name for its session, for logout
   * @param openId what an OpenID provider's logout takes besides
   */
  record Authentication(
      Instant at, List<String> methods, Optional<String> session, Optional<OpenId> openId) {}

  /**
   * How an OpenID provider recognises whom it signed in.
   *
   * @param subject its {@code sub}, whatever the person is recognised by here
   * @param idToken where it has an end-session endpoint to show it at
   */
  record OpenId(String subject, Optional<String> idToken) {
    @Override
    public String toString() {
      return "OpenId[…]";
    }
  }

  /**
   * What makes the answer count once.
   *
   * @param id the answer's own, unique within the connection
   * @param until when the clock alone refuses it
   */
  record SingleUse(String id, Instant until) {}

  /**
   * What the judgement rested on.
   *
   * @param issuer the identity provider's entity id or issuer
   * @param source where the subject was read from
   * @param keys fingerprints of the connection's keys that were trusted; empty if it has none
   * @param epoch and {@code version}: of the connection that said so
   */
  record JudgedWith(String issuer, String source, List<String> keys, long epoch, long version) {}
}
