package dev.gatehouse.saml.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verified assertion says. */
public record AssertionValues(
    String id,
    String issuer,
    Instant issueInstant,
    Optional<NameId> nameId,
    List<Bearer> bearers,
    Optional<Conditions> conditions,
    List<Authentication> authentications,
    Map<String, List<String>> attributes) {

  /**
   * The name of the subject (SAML Core 2.2.2).
   *
   * @param nameQualifier within what the name is one; the issuer's own names have none, or the
   *     issuer
   * @param spNameQualifier among which service providers it is one
   */
  public record NameId(
      String value,
      Optional<String> format,
      Optional<String> nameQualifier,
      Optional<String> spNameQualifier) {}

  /** One bearer confirmation (SAML Profiles 4.1.4.2). */
  public record Bearer(
      Optional<String> recipient,
      Optional<String> inResponseTo,
      Optional<Instant> notBefore,
      Optional<Instant> notOnOrAfter) {}

  /**
   * The conditions (SAML Core 2.5.1).
   *
   * @param audiences one list for each AudienceRestriction; all of them have to be met
   * @param unknown the names of conditions that we do not understand
   */
  public record Conditions(
      Optional<Instant> notBefore,
      Optional<Instant> notOnOrAfter,
      List<List<String>> audiences,
      List<String> unknown) {}

  /** One authentication statement. */
  public record Authentication(
      Instant at,
      Optional<Instant> sessionNotOnOrAfter,
      Optional<String> sessionIndex,
      Optional<String> context) {}
}
