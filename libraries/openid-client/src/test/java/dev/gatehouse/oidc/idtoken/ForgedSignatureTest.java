package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.fixtures.TestProvider.RSA;
import static dev.gatehouse.oidc.fixtures.TestProvider.claims;
import static dev.gatehouse.oidc.idtoken.Judged.codes;
import static dev.gatehouse.oidc.idtoken.Judged.judge;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that claim a signature which the provider never made (RP1). */
class ForgedSignatureTest {

  @Test
  void refusesAlgorithmNone() {
    String token = new PlainJWT(claims().build()).serialize();

    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  void refusesEverySpellingOfNoneEvenWithASignatureBehindIt(String algorithm) {
    String[] good = TestProvider.token().split("\\.");
    String header = Base64URL.encode("{\"alg\":\"" + algorithm + "\"}").toString();

    assertThat(codes(judge(header + "." + good[1] + "." + good[2])))
        .containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
    assertThat(codes(judge(header + "." + good[1] + ".")))
        .containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void refusesHs256KeyedWithThePublicKey() throws Exception {
    byte[] der = RSA.toRSAPublicKey().getEncoded();
    String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.encode(der) + "\n-----END PUBLIC KEY-----";
    for (byte[] secret : List.of(der, pem.getBytes(UTF_8), RSA.getModulus().decode())) {
      String token = hmac(secret);

      assertThat(SignedJWT.parse(token).verify(new MACVerifier(secret))).isTrue();
      assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
    }
  }

  @Test
  void refusesHs256KeyedWithTheClientSecret() throws Exception {
    byte[] secret = "the client secret, which the provider knows too".getBytes(UTF_8);
    String token = hmac(secret);

    assertThat(SignedJWT.parse(token).verify(new MACVerifier(secret))).isTrue();
    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void cannotBeToldToAcceptASymmetricAlgorithm() {
    assertThatThrownBy(() -> Judged.expected().algorithms(List.of("RS256", "HS256")).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Judged.expected().algorithms(List.of("none")).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnEmbeddedKeyThatVerifiesTheSignature() throws Exception {
    var attacker = TestProvider.rsa("rsa-1", 2048);
    String token =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .jwk(attacker.toPublicJWK())
                .build(),
            attacker,
            claims().build());

    var jwt = SignedJWT.parse(token);
    var embedded = new RSASSAVerifier(jwt.getHeader().getJWK().toRSAKey().toRSAPublicKey());
    assertThat(jwt.verify(embedded)).isTrue();
    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void looksAtNoKeyOrCertificateThatTheTokenPointsTo() {
    var attacker = TestProvider.rsa("attacker", 2048);
    String token =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("attacker")
                .jwkURL(URI.create("https://attacker.example/jwks"))
                .x509CertURL(URI.create("https://attacker.example/x5u"))
                .x509CertChain(List.of(Base64.encode("not even a certificate")))
                .build(),
            attacker,
            claims().build());

    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.KEY_UNKNOWN);
  }

  @Test
  void acceptsATokenWhoseHarmlessHeadersNameOtherKeys() {
    String token =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .jwk(TestProvider.P256.toPublicJWK())
                .build(),
            RSA,
            claims().build());

    assertThat(judge(token)).isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void refusesAnEllipticAlgorithmUnderTheNameOfAnRsaKeyAndTheReverse() {
    String es = header(JWSAlgorithm.ES256, "rsa-1", TestProvider.P256);
    String rs = header(JWSAlgorithm.RS256, "ec-256", RSA);

    assertThat(codes(judge(es))).containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
    assertThat(codes(judge(rs))).containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void refusesAnAlgorithmThatTheConnectionDoesNotUse() {
    var expected = Judged.expected().algorithms(List.of("ES256")).build();

    assertThat(TestProvider.isSignedByProvider(TestProvider.token())).isTrue();
    assertThat(codes(judge(TestProvider.token(), expected)))
        .containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void refusesAnyCriticalExtension() {
    String token =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .criticalParams(Set.of("https://example.com/ext"))
                .customParam("https://example.com/ext", true)
                .build(),
            RSA,
            claims().build());

    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ID_TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "logout+jwt", "application/at+jwt", "DPoP+jwt"})
  void refusesATokenOfAnotherKindFromTheSameProvider(String type) {
    String token =
        TestProvider.sign(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType(type))
                .build(),
            RSA,
            claims().build());

    assertThat(TestProvider.isSignedByProvider(token)).isTrue();
    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ID_TOKEN_INVALID);
  }

  @Test
  void refusesClaimsChangedAfterSigning() {
    String[] good = TestProvider.token().split("\\.");
    String other = TestProvider.token(c -> c.subject("somebody else")).split("\\.")[1];

    assertThat(codes(judge(good[0] + "." + other + "." + good[2])))
        .containsExactly(OidcReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void refusesASignatureOfZerosOnAnEllipticKey() {
    // CVE-2022-21449: r = s = 0 verified everything.
    String[] good = header(JWSAlgorithm.ES256, "ec-256", TestProvider.P256).split("\\.");
    String zeros = Base64URL.encode(new byte[64]).toString();

    assertThat(codes(judge(good[0] + "." + good[1] + "." + zeros)))
        .containsExactly(OidcReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void refusesAShortKeyAndAKeyForEncryption() throws Exception {
    var weak = TestProvider.rsa("weak", 1024);
    String byWeak = header(JWSAlgorithm.RS256, "weak", weak);
    var forEncryption = new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build();

    assertThat(SignedJWT.parse(byWeak).verify(new RSASSAVerifier(weak.toRSAPublicKey()))).isTrue();
    assertThat(codes(judge(byWeak, TestProvider.published(weak))))
        .containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
    assertThat(codes(judge(TestProvider.token(), TestProvider.published(forEncryption))))
        .containsExactly(OidcReasonCode.ALGORITHM_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a.b.c", "a.b.c.d.e", "e30.e30.", "W10.W10.AA", "eyJhIjoxfQ"})
  void refusesGarbage(String token) {
    assertThat(judge(token)).isInstanceOf(IdTokenVerdict.Rejected.class);
  }

  @Test
  void refusesTwoClaimsOfOneName() throws Exception {
    String twice = claims().build().toString().replaceFirst("\\{", "{\"sub\":\"admin\",");
    String payload = Base64URL.encode(twice).toString();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build();
    String input = header.toBase64URL() + "." + payload;
    var signature = new RSASSASigner(RSA).sign(header, input.getBytes(UTF_8));
    String token = input + "." + signature;

    assertThat(TestProvider.isSignedByProvider(token)).isTrue();
    assertThat(codes(judge(token))).containsExactly(OidcReasonCode.ID_TOKEN_INVALID);
  }

  private static String header(JWSAlgorithm algorithm, String keyId, JWK signer) {
    return TestProvider.sign(
        new JWSHeader.Builder(algorithm).keyID(keyId).build(), signer, claims().build());
  }

  private static String hmac(byte[] secret) throws Exception {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims().build());
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }
}
