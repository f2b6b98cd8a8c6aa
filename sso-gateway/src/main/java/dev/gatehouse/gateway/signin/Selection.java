package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.EmailAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which connection a request means. All selectors that it gives have to agree. */
sealed interface Selection {

  /** Exactly one. */
  record One(Candidate candidate) implements Selection {}

  /** Several: the person chooses. */
  record Several(List<Candidate> candidates) implements Selection {}

  /** Nobody signs in here like that. */
  record None() implements Selection {}

  /** Each selector means something, but not the same. */
  record Conflict() implements Selection {}

  /** The request selects nothing: the person is asked. */
  record NotAsked() implements Selection {}

  /**
   * One email domain that leads to a connection.
   *
   * @param epoch and {@code version}: of the connection
   */
  record Candidate(
      Id connection,
      Id organization,
      String organizationExternalId,
      String emailDomain,
      String name,
      String provider,
      long epoch,
      long version) {}

  /**
   * The selectors of a request. A login hint that is no email address selects nothing: it is a hint
   * (OpenID Connect Core 3.1.2.1).
   */
  record Selectors(
      Optional<Id> connection, Optional<String> organization, Optional<String> emailDomain) {

    static Selectors of(AuthorizationRequest request) {
      return new Selectors(
          Optional.ofNullable(request.connection()),
          Optional.ofNullable(request.organization()),
          Optional.ofNullable(request.loginHint())
              .flatMap(EmailAddress::parse)
              .map(EmailAddress::domain));
    }

    boolean areEmpty() {
      return connection.isEmpty() && organization.isEmpty() && emailDomain.isEmpty();
    }

    /** Decides among everything that at least one selector matches. */
    Selection among(Collection<Candidate> candidates) {
      List<Predicate<Candidate>> given = given();
      Map<Id, Candidate> all = new LinkedHashMap<>();
      candidates.stream()
          .filter(candidate -> given.stream().allMatch(selector -> selector.test(candidate)))
          .forEach(candidate -> all.putIfAbsent(candidate.connection(), candidate));
      if (all.size() == 1) {
        return new One(all.values().iterator().next());
      }
      if (all.size() > 1) {
        return new Several(List.copyOf(all.values()));
      }
      boolean eachMeansSomething =
          given.stream().allMatch(selector -> candidates.stream().anyMatch(selector));
      return eachMeansSomething ? new Conflict() : new None();
    }

    private List<Predicate<Candidate>> given() {
      Optional<Predicate<Candidate>> byConnection =
          connection.map(id -> candidate -> candidate.connection().equals(id));
      Optional<Predicate<Candidate>> byOrganization =
          organization.map(name ->
              candidate ->
                  candidate.organization().toString().equals(name)
                      || Objects.equals(candidate.organizationExternalId(), name));
      Optional<Predicate<Candidate>> byEmailDomain =
          emailDomain.map(name -> candidate -> candidate.emailDomain().equals(name));
      return Stream.of(byConnection, byOrganization, byEmailDomain)
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
