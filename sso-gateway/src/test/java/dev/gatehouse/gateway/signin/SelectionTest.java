package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.gateway.signin.Selection.Candidate;
import dev.gatehouse.gateway.signin.Selection.Selectors;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Id ACME = Published.id(IdKind.ORGANIZATION);
  private static final Id OTHER = Published.id(IdKind.ORGANIZATION);
  private static final Candidate OKTA = candidate(ACME, "42", "acme.example");
  private static final Candidate ENTRA = candidate(ACME, "42", "acme.test");
  private static final Candidate ELSEWHERE = candidate(OTHER, "43", "other.example");

  @Test
  void anEmailDomainMeansItsConnection() {
    assertThat(select(null, null, "acme.example")).isEqualTo(new Selection.One(OKTA));
  }

  @Test
  void anOrganizationIsNamedByItsIdOrThePlatformsOwn() {
    assertThat(select(null, OTHER.toString(), null)).isEqualTo(new Selection.One(ELSEWHERE));
    assertThat(select(null, "43", null)).isEqualTo(new Selection.One(ELSEWHERE));
  }

  @Test
  void severalConnectionsOfAnOrganizationAreForThePersonToChooseFrom() {
    assertThat(select(null, "42", null)).isEqualTo(new Selection.Several(List.of(OKTA, ENTRA)));
  }

  @Test
  void allSelectorsHaveToAgree() {
    assertThat(select(null, "42", "acme.test")).isEqualTo(new Selection.One(ENTRA));
    assertThat(select(ENTRA.connection(), "42", null)).isEqualTo(new Selection.One(ENTRA));
  }

  @Test
  void aConnectionOfAnotherOrganizationIsAConflict() {
    assertThat(select(ELSEWHERE.connection(), "42", null)).isEqualTo(new Selection.Conflict());
    assertThat(select(OKTA.connection(), null, "other.example"))
        .isEqualTo(new Selection.Conflict());
  }

  @Test
  void whatNobodyHasIsNotAvailable() {
    assertThat(select(null, null, "nobody.example")).isEqualTo(new Selection.None());
    assertThat(select(null, "42", "nobody.example")).isEqualTo(new Selection.None());
  }

  @Test
  void aConnectionWithSeveralDomainsIsOne() {
    Candidate second =
        new Candidate(OKTA.connection(), ACME, "42", "acme.net", "Okta", "okta", 1, 1);

    assertThat(
            new Selectors(Optional.of(OKTA.connection()), Optional.empty(), Optional.empty())
                .among(List.of(OKTA, second)))
        .isEqualTo(new Selection.One(OKTA));
  }

  private static Selection select(
      @org.jspecify.annotations.Nullable Id connection,
      @org.jspecify.annotations.Nullable String organization,
      @org.jspecify.annotations.Nullable String emailDomain) {
    return new Selectors(
            Optional.ofNullable(connection),
            Optional.ofNullable(organization),
            Optional.ofNullable(emailDomain))
        .among(List.of(OKTA, ENTRA, ELSEWHERE));
  }

  private static Candidate candidate(Id organization, String externalId, String domain) {
    return new Candidate(
        Published.id(IdKind.CONNECTION), organization, externalId, domain, "Name", "okta", 1, 1);
  }
}
