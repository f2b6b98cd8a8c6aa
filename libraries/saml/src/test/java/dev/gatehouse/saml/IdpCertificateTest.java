package dev.gatehouse.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdpCertificateTest {

  @Test
  void readsEveryFormInWhichCertificatesArePasted() throws CertificateEncodingException {
    var expected = Judge.KEY.trusted();
    byte[] der = Judge.KEY.certificate().getEncoded();
    String base64 = Base64.getEncoder().encodeToString(der);

    assertThat(IdpCertificate.parse(expected.toPem())).isEqualTo(expected);
    assertThat(IdpCertificate.parse("Bag Attributes\n" + expected.toPem())).isEqualTo(expected);
    assertThat(IdpCertificate.parse(expected.toPem().replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(IdpCertificate.parse(base64)).isEqualTo(expected);
    assertThat(IdpCertificate.parse("  " + base64 + "\n")).isEqualTo(expected);
    assertThat(IdpCertificate.parse(der)).isEqualTo(expected);
    assertThat(IdpCertificate.parse(expected.toPem().getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(expected);
  }

  @Test
  void describesKeys() {
    assertThat(Judge.KEY.trusted().keyAlgorithm()).isEqualTo("RSA");
    assertThat(Judge.KEY.trusted().keyBits()).isEqualTo(2048);
    assertThat(TestKey.ec("x", 384).trusted().keyBits()).isEqualTo(384);
    assertThat(TestKey.rsa("small", 1024).trusted().isWeak()).isTrue();
    assertThat(Judge.KEY.trusted().fingerprint()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "AAAA",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
      })
  void saysWhenItIsNone(String text) {
    assertThatThrownBy(() -> IdpCertificate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("certificate");
  }
}
