package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the gateway what other services published, in the order in which a test wants it told. */
@ApplicationScoped
public class KnownWorld {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final AtomicLong VERSIONS = new AtomicLong(1);

  private final ProjectionConsumer consumer;

  KnownWorld(ProjectionConsumer consumer) {
    this.consumer = consumer;
  }

  /** An organization with a verified domain on a live connection. */
  public record Customer(
      Id organization, Id domain, String domainName, Id connection, Id revision) {
    public String email(String name) {
      return name + "@" + domainName;
    }
  }

  public Customer customer() {
    Id organization = Published.id(IdKind.ORGANIZATION);
    Id domain = Published.id(IdKind.DOMAIN);
    Customer customer =
        new Customer(
            organization,
            domain,
            domain.bare() + ".example",
            Published.id(IdKind.CONNECTION),
            Published.id(IdKind.REVISION));
    organization(customer, "OrganizationCreated", Map.of());
    domain(customer, "DomainVerified", Map.of());
    connection(customer, "ConnectionActivated", Map.of());
    return customer;
  }

  public void organization(Customer customer, String event, Map<String, ?> changes) {
    ObjectNode data =
        Published.example(
            "organization",
            event,
            Map.of(
                "id", customer.organization(),
                "organization", customer.organization(),
                "version", next(),
                "slug", "acme",
                "externalId", "customer-7"));
    tell("organization", event, data, changes);
  }

  public void domain(Customer customer, String event, Map<String, ?> changes) {
    ObjectNode data =
        Published.example(
            "domain",
            event,
            Map.of(
                "id", customer.domain(),
                "organization", customer.organization(),
                "version", next(),
                "name", customer.domainName()));
    tell("domain", event, data, changes);
  }

  public void connection(Customer customer, String event, Map<String, ?> changes) {
    ObjectNode data =
        Published.example(
            "connection",
            event,
            Map.of(
                "id", customer.connection(),
                "organization", customer.organization(),
                "version", next(),
                "domains", List.of(customer.domain())));
    if (data.path("live").isObject()) {
      ((ObjectNode) data.get("live")).put("id", customer.revision().toString());
    }
    tell("connection", event, data, changes);
  }

  /** A member; returns the id. */
  public Id member(Customer customer, String event, Map<String, ?> changes) {
    Id member = Published.id(IdKind.MEMBER);
    ObjectNode data =
        Published.example(
            "membership",
            event,
            Map.of("id", member, "organization", customer.organization(), "version", next()));
    tell("membership", event, data, changes);
    return member;
  }

  public void tell(String schema, String event, ObjectNode data, Map<String, ?> changes) {
    ObjectNode all = data.deepCopy();
    changes.forEach((name, value) -> all.putPOJO(name, value));
    ObjectNode plain = Published.plain(all);
    var record = Published.record(event, plain);
    var applied =
        switch (schema) {
          case "organization" -> consumer.onOrganization(record);
          case "membership" -> consumer.onMembership(record);
          case "domain" -> consumer.onDomain(record);
          case "connection" -> consumer.onConnection(record);
          default -> throw new IllegalArgumentException(schema);
        };
    applied.await().atMost(PATIENCE);
  }

  /** Versions grow over the whole test run. */
  public static long next() {
    return VERSIONS.incrementAndGet();
  }
}
