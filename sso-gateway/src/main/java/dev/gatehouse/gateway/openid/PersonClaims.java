package dev.gatehouse.gateway.openid;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.gateway.session.SealedIdpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a code remembers of the person, beside its columns. */
public record PersonClaims(
    @Nullable String givenName,
    @Nullable String familyName,
    String idpIssuer,
    String idpSubject,
    long authTime,
    List<String> amr,
    Map<String, List<String>> attributes,
    List<String> groups,
    @Nullable SealedIdpSession idpSession) {

  static PersonClaims of(SignedInPerson person) {
    return new PersonClaims(
        person.givenName(),
        person.familyName(),
        person.idpIssuer(),
        person.idpSubject(),
        person.authTime().getEpochSecond(),
        person.amr(),
        person.attributes(),
        person.groups(),
        person.idpSession());
  }

  /** The full name (OpenID Connect Core section 5.1), as far as it is known. */
  Optional<String> name() {
    return Optional.of(
            Stream.of(givenName, familyName).filter(Objects::nonNull).collect(joining(" ")))
        .filter(name -> !name.isEmpty());
  }

  /** Personal data is not for logs. */
  @Override
  public String toString() {
    return "PersonClaims[" + idpIssuer + "]";
  }
}
