package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.session.SealedIdpSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a code remembers of the person, beside its columns. */
record PersonClaims(
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
}
