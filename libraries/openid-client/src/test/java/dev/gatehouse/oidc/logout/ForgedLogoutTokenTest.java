package dev.gatehouse.oidc.logout;

import static dev.gatehouse.oidc.fixtures.TestProvider.NOW;
import static dev.gatehouse.oidc.fixtures.TestProvider.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.TestProvider;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict.Accepted;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict.Rejected;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no logout of our provider ends nobody's session, however well it is signed. */
class ForgedLogoutTokenTest {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final LogoutTokenExpectations EXPECTED =
      new LogoutTokenExpectations(
          TestProvider.ISSUER, TestProvider.CLIENT, Set.of("RS256"), Duration.ofMinutes(3));

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(TestProvider.ISSUER.value())
        .audience(TestProvider.CLIENT)
        .issueTime(Date.from(NOW.minusSeconds(5)))
        .expirationTime(Date.from(NOW.plusSeconds(115)))
        .jwtID("logout-1")
        .subject("ada")
        .claim("sid", "s-1")
        .claim("events", Map.of(EVENT, Map.of()));
  }

  private static String signed(@Nullable String type, JWTClaimsSet claims) {
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1");
    if (type != null) {
      header.type(new JOSEObjectType(type));
    }
    return TestProvider.sign(header.build(), RSA, claims);
  }

  private static LogoutTokenVerdict judge(String token) {
    return LogoutTokenJudge.judge(token, EXPECTED, TestProvider.published(), NOW);
  }

  private static OidcReasonCode refusal(String token) {
    LogoutTokenVerdict verdict = judge(token);
    assertThat(verdict).isInstanceOf(Rejected.class);
    return ((Rejected) verdict).reason().code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout+jwt", "LOGOUT+JWT", "JWT"})
  void acceptsWhatTheProviderSaysWhateverTheUsualType(String type) {
    assertThat(judge(signed(type, claims().build())))
        .isEqualTo(
            new Accepted(
                "logout-1",
                Optional.of("ada"),
                Optional.of("s-1"),
                NOW.minusSeconds(5).plus(Duration.ofMinutes(63))));
  }

  static Stream<Arguments> legitimate() {
    return Stream.of(
        Arguments.of("no type", change(claims -> claims)),
        Arguments.of("a session alone", change(claims -> claims.subject(null))),
        Arguments.of("a person alone", change(claims -> claims.claim("sid", null))),
        Arguments.of("no exp, as in early drafts", change(claims -> claims.expirationTime(null))),
        Arguments.of(
            "several audiences", change(c -> c.audience(List.of(TestProvider.CLIENT, "x")))),
        Arguments.of(
            "more events", change(c -> c.claim("events", Map.of(EVENT, Map.of("a", 1), "b", 2)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("legitimate")
  void acceptsAllLegitimateShapes(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(judge(signed(null, change.apply(claims()).build()))).isInstanceOf(Accepted.class);
  }

  static Stream<Arguments> forged() {
    return Stream.of(
        refused("another issuer", c -> c.issuer("https://evil.example"), "ISSUER_MISMATCH"),
        refused("another client", c -> c.audience("another"), "AUDIENCE_MISMATCH"),
        refused("a nonce", c -> c.claim("nonce", TestProvider.NONCE), "ID_TOKEN_INVALID"),
        refused("no event", c -> c.claim("events", null), "ID_TOKEN_INVALID"),
        refused("another event", c -> c.claim("events", Map.of("x", Map.of())), "ID_TOKEN_INVALID"),
        refused(
            "an event that is a list", c -> c.claim("events", List.of(EVENT)), "ID_TOKEN_INVALID"),
        refused(
            "an event that is a word",
            c -> c.claim("events", Map.of(EVENT, "x")),
            "ID_TOKEN_INVALID"),
        refused("nobody", c -> c.subject(null).claim("sid", null), "ID_TOKEN_INVALID"),
        refused("no id", c -> c.jwtID(null), "ID_TOKEN_INVALID"),
        refused("a giant's id", c -> c.jwtID("x".repeat(1_001)), "ID_TOKEN_INVALID"),
        refused("no time", c -> c.issueTime(null), "ID_TOKEN_EXPIRED"),
        refused(
            "the future", c -> c.issueTime(Date.from(NOW.plusSeconds(300))), "ID_TOKEN_EXPIRED"),
        refused(
            "long ago, and good for ever",
            c ->
                c.issueTime(Date.from(NOW.minusSeconds(3_800)))
                    .expirationTime(Date.from(NOW.plusSeconds(1_000_000))),
            "ID_TOKEN_EXPIRED"),
        refused(
            "over", c -> c.expirationTime(Date.from(NOW.minusSeconds(200))), "ID_TOKEN_EXPIRED"),
        refused("exp that is no time", c -> c.claim("exp", "soon"), "ID_TOKEN_EXPIRED"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void refusesWhatTheProviderSignedForAnotherPurpose(
      String name, UnaryOperator<JWTClaimsSet.Builder> change, OidcReasonCode code) {
    String token = signed("logout+jwt", change.apply(claims()).build());

    assertThat(TestProvider.isSignedByProvider(token)).isTrue();
    assertThat(refusal(token)).isEqualTo(code);
  }

  /** Every application has one of these; it must not end anything. */
  @Test
  void refusesAnIdToken() {
    String idToken = TestProvider.token(claims -> claims.claim("sid", "s-1").jwtID("i-1"));

    assertThat(TestProvider.isSignedByProvider(idToken)).isTrue();
    assertThat(refusal(idToken)).isEqualTo(OidcReasonCode.ID_TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "application/logout+jwt", "secevent+jwt"})
  void refusesATokenOfAnotherKind(String type) {
    String token = signed(type, claims().build());

    assertThat(TestProvider.isSignedByProvider(token)).isTrue();
    assertThat(refusal(token)).isEqualTo(OidcReasonCode.ID_TOKEN_INVALID);
  }

  @Test
  void refusesWhatTheProviderDidNotSign() {
    var attacker = TestProvider.rsa("rsa-1", 2048);
    String bySomebody =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build(),
            attacker,
            claims().build());

    assertThat(refusal(bySomebody)).isEqualTo(OidcReasonCode.SIGNATURE_INVALID);
    assertThat(refusal(new PlainJWT(claims().build()).serialize()))
        .isEqualTo(OidcReasonCode.ALGORITHM_REFUSED);
    assertThat(refusal("no token")).isEqualTo(OidcReasonCode.ID_TOKEN_INVALID);
  }

  @Test
  void refusesAnAlgorithmThatTheConnectionDoesNotUse() {
    String token = TestProvider.sign(JWSAlgorithm.ES256, TestProvider.P256, claims().build());

    assertThat(refusal(token)).isEqualTo(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void anotherIssuerOfTheSameKeyIsAnother() {
    var other =
        new LogoutTokenExpectations(
            new Issuer("https://idp.example/other"),
            TestProvider.CLIENT,
            Set.of("RS256"),
            Duration.ofMinutes(3));

    assertThat(
            LogoutTokenJudge.judge(
                signed("logout+jwt", claims().build()), other, TestProvider.published(), NOW))
        .isInstanceOf(Rejected.class);
  }

  private static UnaryOperator<JWTClaimsSet.Builder> change(
      UnaryOperator<JWTClaimsSet.Builder> change) {
    return change;
  }

  private static Arguments refused(
      String name, UnaryOperator<JWTClaimsSet.Builder> change, String code) {
    return Arguments.of(name, change, OidcReasonCode.valueOf(code));
  }
}
