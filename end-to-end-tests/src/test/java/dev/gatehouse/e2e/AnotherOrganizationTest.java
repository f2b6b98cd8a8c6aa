package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Another organization's things do not exist for us. Every operation of every OpenAPI document is
 * tried with the ids of a stranger; an operation that this test cannot place makes it fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherOrganizationTest {

  private static final List<String> SERVICES =
      List.of("org-service", "domain-verification-service", "connection-service", "sso-gateway");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Open to everybody, or to browsers: no bearer token is involved. */
  private static final Set<String> PUBLIC =
      Set.of(
          "/v1/oauth/token",
          "/v1/oauth/jwks",
          "/v1/oauth/.well-known/openid-configuration",
          "/v1/discover",
          // Whoever holds a set-up link has no token yet; its secret and cookie are asked for.
          "/v1/setup-links/exchange",
          "/v1/setup-links/{id}/token");

  /** The catalogue of providers is the same for everyone with a token. */
  private static final String BELONGS_TO_NOBODY = "/v1/identity-providers";

  private final Gatehouse gatehouse = Gatehouse.running();
  private SetUp stranger = SetUp.configured(gatehouse, "Stranger");
  private ItAdmin attacker = ItAdmin.ofNewOrganization(gatehouse, stranger.operator, "Attacker");
  private String run = "";

  @BeforeAll
  void theStrangerHasEverything() {
    run = stranger.runTest("t@" + stranger.emailDomain, null).required("id").asText();
  }

  private record Operation(String method, String path) {}

  @Test
  void everyOperationOfEveryServiceIsClosedToStrangers() {
    List<String> open = new ArrayList<>();
    int tried = 0;
    for (String service : SERVICES) {
      for (Operation operation : operations(service)) {
        Http.Answer answer = asStranger(operation);
        tried++;
        boolean closed =
            operation.path().startsWith(BELONGS_TO_NOBODY)
                || answer.status() == 404
                || (answer.status() == 403 && answer.code().equals("operators_only"));
        if (!closed) {
          open.add(operation + " -> " + answer.status() + " " + answer.text());
        }
      }
    }
    assertThat(tried).isGreaterThan(30);
    assertThat(open).isEmpty();
  }

  @Test
  void everyOperationAsksForAToken() {
    List<String> open = new ArrayList<>();
    for (String service : SERVICES) {
      for (Operation operation : operations(service)) {
        Http.Answer answer = new Http().send(operation.method(), url(operation), body(operation));
        if (answer.status() != 401) {
          open.add(operation + " -> " + answer.status());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private Http.Answer asStranger(Operation operation) {
    return attacker
        .http()
        .with("If-Match", "*")
        .send(operation.method(), url(operation), body(operation));
  }

  private List<Operation> operations(String service) {
    JsonNode document =
        new Http()
            .with("Accept", "application/json")
            .get(gatehouse.direct(service).resolve("/q/openapi?format=json"))
            .expect(200)
            .json();
    List<Operation> operations = new ArrayList<>();
    document
        .required("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                  if (METHODS.contains(method)
                      && path.getKey().startsWith("/v1/")
                      && !PUBLIC.contains(path.getKey())) {
                    operations.add(
                        new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey()));
                  }
                }));
    return operations;
  }

  /** The path with the stranger's ids in it, and the stranger's organization asked for. */
  private URI url(Operation operation) {
    String path = operation.path();
    String first = path.split("/", -1)[2];
    String id =
        switch (first) {
          case "organizations", "roles" -> stranger.admin.organization;
          case "domains" -> stranger.domain;
          case "connections" -> stranger.connection;
          case "test-runs" -> run;
          case "api-clients" -> "cli_" + "a".repeat(26);
          case "applications" -> "app_" + "a".repeat(26);
          case "sign-ins" -> "sgn_" + "a".repeat(26);
          case "suspensions" -> "sus_" + "a".repeat(26);
          case "setup-links" -> "lnk_" + "a".repeat(26);
          default -> "none";
        };
    String filled =
        path.replaceFirst("\\{(id|organization|domain|connection|run|testRun)}", id)
            .replaceFirst("\\{(member|memberId|mem)}", stranger.admin.member)
            .replaceFirst("\\{fingerprint}", "0".repeat(64))
            .replaceFirst("\\{key}", "org:admin")
            .replaceAll("\\{[^}]*}", "none");
    String query =
        "?organization="
            + stranger.admin.organization
            + "&connection="
            + stranger.connection
            + "&domains="
            + stranger.emailDomain;
    return gatehouse.publicUrl().resolve(filled + query);
  }

  /** A body that would be right if the caller were. */
  private Map<String, Object> body(Operation operation) {
    String path = operation.path();
    if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
      return Map.of();
    }
    String organization = stranger.admin.organization;
    return switch (path.substring("/v1/".length())) {
      case "organizations", "api-clients" -> Map.of("name", "Thief");
      case "organizations/{id}" -> Map.of("name", "Stolen");
      case "roles" ->
          Map.of(
              "organization",
              organization,
              "key",
              "org:thief",
              "name",
              "Thief",
              "permissions",
              List.of("org:sys_entconns:manage"));
      case "sessions" -> Map.of("organization", organization, "member", stranger.admin.member);
      case "domains" -> Map.of("organization", organization, "name", "stolen.example");
      case "setup-links" ->
          Map.of(
              "organization", organization, "recipientName", "Thief", "steps", List.of("domains"));
      case "connections" -> Map.of("organization", organization, "provider", "okta");
      case "connections/{id}" -> Map.of("name", "Stolen");
      case "connections/{id}/draft" -> Map.of("metadataUrl", stranger.sandbox.idpMetadataUrl());
      case "connections/{id}/domains" -> Map.of("domains", List.of(stranger.domain));
      case "connections/{id}/activation" -> Map.of("revision", "rev_" + "a".repeat(26));
      case "connections/{id}/idp-keys" -> Map.of("certificate", "MIIB");
      case "test-runs" -> Map.of("connection", stranger.connection);
      case "applications", "applications/{id}" ->
          Map.of("name", "Thief", "redirectUris", List.of("https://thief.example/callback"));
      case "suspensions" -> Map.of("connection", stranger.connection, "reason", "spite");
      default ->
          path.contains("/members")
              ? Map.of("email", "thief@evil.example", "role", "org:admin")
              : path.contains("/idp-keys/")
                  ? Map.of("trust", "revoked")
                  : path.startsWith("/v1/roles/")
                      ? Map.of("name", "Thief")
                      : path.endsWith("/verification") ? Map.of("reason", "spite") : Map.of();
    };
  }
}
