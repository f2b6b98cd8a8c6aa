package dev.gatehouse.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real Keycloak distribution as the customer's identity provider. */
final class Keycloak implements AutoCloseable {

  private static final Path HOME = Path.of(System.getProperty("keycloak.home", "target/keycloak"));
  private static final String REALM = "customer";
  private static final String PASSWORD = "correct horse battery staple";

  private final Process process;
  private final URI base;
  private final Path log;

  private Keycloak(Process process, URI base, Path log) {
    this.process = process;
    this.base = base;
    this.log = log;
  }

  /** Begins to start; {@link #awaitReady} waits, so that other work can go on meanwhile. */
  static Keycloak starting(int port) {
    try {
      Path log = HOME.toAbsolutePath().resolveSibling("keycloak.log");
      Path script = HOME.toAbsolutePath().resolve("bin/kc.sh");
      ProcessBuilder builder =
          new ProcessBuilder(
              "sh",
              script.toString(),
              "start-dev",
              "--db=dev-mem",
              "--cache=local",
              "--http-host=127.0.0.1",
              "--http-port=" + port,
              "--hostname=http://127.0.0.1:" + port);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
      builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
      builder
          .environment()
          .put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      Keycloak keycloak = new Keycloak(process, URI.create("http://127.0.0.1:" + port), log);
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    Wait.until(
        "Keycloak serves (see " + log + ")",
        Duration.ofMinutes(4),
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended:\n" + Files.readString(log));
          }
          return Files.readString(log).contains("Listening on:");
        });
  }

  void createRealm() {
    admin()
        .post(base.resolve("/admin/realms"), Map.of("realm", REALM, "enabled", true))
        .expect(201);
  }

  void addUser(String userName, String email, String firstName, String lastName) {
    admin()
        .post(
            base.resolve("/admin/realms/" + REALM + "/users"),
            Map.of(
                "username",
                userName,
                "email",
                email,
                "emailVerified",
                true,
                "enabled",
                true,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
        .expect(201);
  }

  /** What Keycloak's admin does with the values that our set-up guide shows. */
  void addSamlClient(String entityId, String acsUrl) {
    addSamlClient(entityId, acsUrl, Map.of());
  }

  /** The same with the address of single logout, which Keycloak then speaks in the browser. */
  void addSamlClient(String entityId, String acsUrl, String sloUrl) {
    addSamlClient(entityId, acsUrl, Map.of("saml_single_logout_service_url_post", sloUrl));
  }

  private void addSamlClient(String entityId, String acsUrl, Map<String, String> more) {
    Map<String, String> attributes = new HashMap<>(more);
    attributes.put("saml_assertion_consumer_url_post", acsUrl);
    attributes.put("saml.server.signature", "true");
    attributes.put("saml.assertion.signature", "true");
    attributes.put("saml.client.signature", "false");
    attributes.put("saml.force.post.binding", "true");
    attributes.put("saml_force_name_id_format", "true");
    attributes.put("saml_name_id_format", "email");
    attributes.put("saml.signature.algorithm", "RSA_SHA256");
    admin()
        .post(
            base.resolve("/admin/realms/" + REALM + "/clients"),
            Map.of(
                "clientId",
                entityId,
                "protocol",
                "saml",
                "enabled",
                true,
                "frontchannelLogout",
                true,
                "redirectUris",
                List.of(acsUrl),
                "attributes",
                attributes,
                "protocolMappers",
                List.of(
                    mapper("email", "email"),
                    mapper("firstName", "firstName"),
                    mapper("lastName", "lastName"))))
        .expect(201);
  }

  /** A client that proves itself with the key that it publishes; there is no secret to copy. */
  void addOpenIdClient(String clientId, String redirectUri, String jwksUrl) {
    addOpenIdClient(clientId, redirectUri, jwksUrl, Map.of());
  }

  /**
   * The same with where people come back to who sign out, and where Keycloak says that they did.
   */
  void addOpenIdClient(
      String clientId,
      String redirectUri,
      String jwksUrl,
      String postLogoutUri,
      String backchannelLogoutUrl) {
    addOpenIdClient(
        clientId,
        redirectUri,
        jwksUrl,
        Map.of(
            "post.logout.redirect.uris", postLogoutUri,
            "backchannel.logout.url", backchannelLogoutUrl,
            "backchannel.logout.session.required", "true"));
  }

  private void addOpenIdClient(
      String clientId, String redirectUri, String jwksUrl, Map<String, String> more) {
    Map<String, String> attributes = new HashMap<>(more);
    attributes.put("use.jwks.url", "true");
    attributes.put("jwks.url", jwksUrl);
    attributes.put("pkce.code.challenge.method", "S256");
    attributes.put("token.endpoint.auth.signing.alg", "RS256");
    admin()
        .post(
            base.resolve("/admin/realms/" + REALM + "/clients"),
            Map.of(
                "clientId",
                clientId,
                "protocol",
                "openid-connect",
                "enabled",
                true,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "clientAuthenticatorType",
                "client-jwt",
                "redirectUris",
                List.of(redirectUri),
                "frontchannelLogout",
                false,
                "attributes",
                attributes))
        .expect(201);
  }

  String issuer() {
    return base.resolve("/realms/" + REALM).toString();
  }

  private static Map<String, Object> mapper(String attribute, String property) {
    return Map.of(
        "name",
        attribute,
        "protocol",
        "saml",
        "protocolMapper",
        "saml-user-property-mapper",
        "config",
        Map.of(
            "user.attribute", property,
            "attribute.name", attribute,
            "attribute.nameformat", "Basic"));
  }

  String samlMetadataUrl() {
    return base.resolve("/realms/" + REALM + "/protocol/saml/descriptor").toString();
  }

  /** Where a person signs out of Keycloak itself. */
  String logoutPage() {
    return base.resolve("/realms/" + REALM + "/protocol/openid-connect/logout").toString();
  }

  /** What a person does at its sign-in page. */
  void signIn(Page page, String userName) {
    page.locator("#username").fill(userName);
    page.locator("#password").fill(PASSWORD);
    page.locator("#kc-login").click();
  }

  private Http admin() {
    String token =
        new Http()
            .form(
                base.resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", "admin",
                    "password", "admin"))
            .expect(200)
            .json()
            .required("access_token")
            .asText();
    return new Http().with("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    // kc.sh ends with exec, so this is the server itself; its children, if any, go first.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
