package dev.gatehouse.gateway.reason;

import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.fixtures.Fixture;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.sealing.ToGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one connection that the messages of the SAML library's fixtures are made for. */
@ApplicationScoped
class FixtureConnection {

  private final Id organization = Published.id(IdKind.ORGANIZATION);
  private final Id domain = Published.id(IdKind.DOMAIN);
  private final Id connection = Published.id(IdKind.CONNECTION);
  private final KnownWorld world;
  private final ToGateway toGateway;

  FixtureConnection(KnownWorld world, ToGateway toGateway) {
    this.world = world;
    this.toGateway = toGateway;
  }

  void create(Fixture fixture) {
    Customer customer = customer(fixture);
    world.organization(customer, "OrganizationCreated", Map.of());
    world.domain(customer, "DomainVerified", Map.of());
  }

  /** As its administrators would have set it up to expect what the fixture expects. */
  TestConnection expecting(Fixture fixture) {
    Customer customer = customer(fixture);
    TestConnection live =
        new TestConnection(
            customer,
            IdpKey.named("idp"),
            settings(fixture),
            ourKeys(),
            Optional.of(new TestConnection.Moved(ResponseText.ACS, ResponseText.SP)));
    Map<String, Object> changes = new HashMap<>();
    changes.put("status", "active");
    changes.put("live", live.revision(customer.revision(), 1));
    changes.put(
        "serviceProvider",
        Map.of("entityId", live.entityId(), "acsUrl", live.acsUrl(), "keys", live.spKeys()));
    changes.put("idpKeys", fixture.trusted().stream().map(FixtureConnection::trusted).toList());
    world.connection(customer, "ConnectionActivated", changes);
    return live;
  }

  private Customer customer(Fixture fixture) {
    return new Customer(
        organization,
        domain,
        fixture.domains().getFirst(),
        connection,
        Published.id(IdKind.REVISION));
  }

  private static Map<String, Object> settings(Fixture fixture) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("idpEntityId", ResponseText.IDP);
    settings.put("attributes", Map.of());
    fixture
        .subjectAttribute()
        .ifPresent(
            name -> settings.put("subject", Map.of("source", "attribute", "attribute", name)));
    if (fixture.policy() == Policy.LEGACY) {
      settings.put("allowSha1Until", "2027-01-01T00:00:00Z");
    }
    return settings;
  }

  private static Map<String, String> trusted(TestKey key) {
    IdpCertificate certificate = key.trusted();
    return Map.of("id", certificate.fingerprint(), "certificate", key.base64(), "trust", "trusted");
  }

  private List<Map<String, String>> ourKeys() {
    List<Map<String, String>> keys = new ArrayList<>();
    for (String use : List.of("signing", "encryption")) {
      keys.add(
          Map.of(
              "id",
              use,
              "use",
              use,
              "certificate",
              Judge.OURS.base64(),
              "sealedPrivateKey",
              toGateway.seal(Judge.OURS.privateKey().getEncoded(), connection + "/sp-key/" + use)));
    }
    return keys;
  }
}
