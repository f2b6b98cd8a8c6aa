package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.sealing.ToGateway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SE2: while a connection's own key is replaced, both are published and the first one signs. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ReplacedKeyTest {

  private static final IdpKey OLD = IdpKey.named("sp");
  private static final IdpKey NEW = IdpKey.named("sp-next");

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject ToGateway toGateway;

  @Test
  void theOldKeySignsUntilTheNewOneComesFirstAndBothArePublishedMeanwhile() throws Exception {
    TestConnection acme = customers.active(Map.of("signRequests", true));
    Map<String, String> former = acme.spKeys().getFirst();
    Map<String, String> next =
        Map.of(
            "id",
            "k2",
            "use",
            "signing",
            "certificate",
            NEW.base64(),
            "sealedPrivateKey",
            toGateway.seal(NEW.privateKey().getEncoded(), acme.id() + "/sp-key/k2"));

    tell(acme, former, next);
    assertThat(published(acme)).contains(OLD.base64(), NEW.base64());
    assertThat(signedBy(OLD, acme)).isTrue();
    assertThat(signedBy(NEW, acme)).isFalse();

    tell(acme, next, former);
    assertThat(published(acme)).contains(OLD.base64(), NEW.base64());
    assertThat(signedBy(NEW, acme)).isTrue();

    tell(acme, next);
    assertThat(published(acme)).contains(NEW.base64()).doesNotContain(OLD.base64());
  }

  @SafeVarargs
  private void tell(TestConnection acme, Map<String, String>... keys) {
    customers.publishLive(
        new TestConnection(acme.customer(), acme.key(), acme.settings(), List.of(keys)));
  }

  private static String published(TestConnection acme) {
    return RestAssured.get("/saml/{connection}/metadata", acme.bare())
        .asString()
        .replaceAll("\\s", "");
  }

  /** SAML Bindings 3.4.4.1: the signature is over the query as it stands before it. */
  private boolean signedBy(IdpKey key, TestConnection acme) throws GeneralSecurityException {
    String query = trips.leave(acme).location().getRawQuery();
    String[] parts = query.split("&Signature=", 2);
    String signed =
        Arrays.stream(parts[0].split("&"))
            .filter(part -> part.matches("(SAMLRequest|RelayState|SigAlg)=.*"))
            .reduce((one, other) -> one + "&" + other)
            .orElseThrow();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key.certificate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signature.verify(
        Base64.getMimeDecoder()
            .decode(java.net.URLDecoder.decode(parts[1], StandardCharsets.US_ASCII)));
  }
}
