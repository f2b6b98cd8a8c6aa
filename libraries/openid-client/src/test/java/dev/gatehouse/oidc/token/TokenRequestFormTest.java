package dev.gatehouse.oidc.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.fixtures.TestProvider;
import dev.gatehouse.oidc.token.ClientAuthentication.PrivateKeyJwt;
import dev.gatehouse.oidc.token.ClientAuthentication.SecretBasic;
import dev.gatehouse.oidc.token.ClientAuthentication.SecretPost;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenRequestFormTest {

  private static final TokenRequestForm.At AT =
      new TokenRequestForm.At(
          new Issuer("https://idp.example"), URI.create("https://idp.example/token"));
  private static final TokenRequestForm.Grant GRANT =
      new TokenRequestForm.Grant(
          "c0de", URI.create("https://sso.example/oidc/abc/callback"), "verifier");

  @Test
  void sendsCodeVerifierAndTheSameRedirectUri() {
    var form = form(new SecretBasic("client", "secret"));

    assertThat(form.endpoint()).hasToString("https://idp.example/token");
    assertThat(form.parameters())
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "c0de")
        .containsEntry("redirect_uri", "https://sso.example/oidc/abc/callback")
        .containsEntry("code_verifier", "verifier")
        .hasSize(4);
  }

  @Test
  void encodesIdAndSecretBeforeTheyGoIntoTheHeader() {
    String header = form(new SecretBasic("cli:ent", "s e/c+r%et")).authorization().orElseThrow();

    assertThat(header).startsWith("Basic ");
    assertThat(new String(Base64.getDecoder().decode(header.substring(6)), UTF_8))
        .isEqualTo("cli%3Aent:s+e%2Fc%2Br%25et");
  }

  @Test
  void putsTheSecretIntoTheBodyWhereTheProviderWantsIt() {
    var form = form(new SecretPost("client", "s e/c"));

    assertThat(form.authorization()).isEmpty();
    assertThat(form.parameters())
        .containsEntry("client_id", "client")
        .containsEntry("client_secret", "s e/c");
  }

  @Test
  void signsAnAssertionForTheIssuerAloneWithTheConnectionsKey() throws Exception {
    var client =
        new PrivateKeyJwt(
            "client",
            TestProvider.RSA.toPrivateKey(),
            "our-key",
            Optional.of("dGh1bWI"),
            AssertionAudience.ISSUER);

    var form = form(client);
    var assertion = SignedJWT.parse(form.parameters().get("client_assertion"));

    assertThat(form.authorization()).isEmpty();
    assertThat(form.parameters())
        .containsEntry("client_id", "client")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .doesNotContainKey("client_secret");
    assertThat(assertion.verify(new RSASSAVerifier(TestProvider.RSA))).isTrue();
    assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("our-key");
    assertThat(assertion.getHeader().getX509CertSHA256Thumbprint()).hasToString("dGh1bWI");
    var claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("client");
    assertThat(claims.getSubject()).isEqualTo("client");
    assertThat(claims.getAudience()).containsExactly("https://idp.example");
    assertThat(claims.toJSONObject().get("aud")).isEqualTo("https://idp.example");
    assertThat(claims.getJWTID()).hasSizeGreaterThan(20);
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(TestProvider.NOW.plusSeconds(120));
  }

  @Test
  void signsWithAnEllipticKeyForTheTokenEndpointWhereOktaWantsIt() throws Exception {
    var okta = new Issuer("https://acme.okta.com");
    var client =
        new PrivateKeyJwt(
            "client",
            TestProvider.P256.toPrivateKey(),
            "our-key",
            Optional.empty(),
            AssertionAudience.usualFor(okta));

    var assertion = SignedJWT.parse(form(client).parameters().get("client_assertion"));

    assertThat(assertion.verify(new ECDSAVerifier(TestProvider.P256))).isTrue();
    assertThat(assertion.getJWTClaimsSet().getAudience())
        .containsExactly("https://idp.example/token");
    assertThat(AssertionAudience.usualFor(TestProvider.ISSUER)).isEqualTo(AssertionAudience.ISSUER);
  }

  @Test
  void showsNoSecretInItsText() {
    assertThat(form(new SecretBasic("client", "hush")).toString()).doesNotContain("aHVzaA");
    assertThat(new SecretBasic("client", "hush").toString()).doesNotContain("hush");
    assertThat(new SecretPost("client", "hush").toString()).doesNotContain("hush");
    assertThat(form(new SecretPost("client", "hush")).toString()).doesNotContain("hush");
    assertThat(GRANT.toString()).doesNotContain("c0de").doesNotContain("verifier");
  }

  private static TokenRequestForm form(ClientAuthentication client) {
    return TokenRequestForm.of(AT, GRANT, client, TestProvider.NOW);
  }
}
