package dev.gatehouse.quickstart;

import java.util.Arrays;
import java.util.Optional;

/** What the launcher starts as a process of its own, in the order in which it is started. */
enum Part {
  POSTGRES("postgres", 9432, ""),
  KAFKA("kafka", 9092, ""),
  ORG_SERVICE("org-service", 8081, "org"),
  DOMAIN_VERIFICATION_SERVICE("domain-verification-service", 8082, "domain_verification"),
  CONNECTION_SERVICE("connection-service", 8083, "connection"),
  SSO_GATEWAY("sso-gateway", 8084, "sso_gateway"),
  SANDBOX("sandbox", 9090, "");

  private final String id;
  private final int port;
  private final String database;

  Part(String id, int port, String database) {
    this.id = id;
    this.port = port;
    this.database = database;
  }

  /** The name on the command line, in the control endpoint and of the log file. */
  String id() {
    return id;
  }

  /** The port without offset. */
  int port() {
    return port;
  }

  /** The name of the part's own database; empty when it has none. */
  String database() {
    return database;
  }

  /** Whether it is one of the four services, which own a database and a set of keys. */
  boolean isService() {
    return !database.isEmpty();
  }

  /** Whether others need it before they can start. */
  boolean isBackend() {
    return this == POSTGRES || this == KAFKA;
  }

  static Optional<Part> named(String id) {
    return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
  }
}
