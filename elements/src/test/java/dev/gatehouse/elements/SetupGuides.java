package dev.gatehouse.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The instructions for each identity provider, from the files that connection-service has. */
final class SetupGuides {
  private static final Path FILES =
      Sources.of("connection-service/src/main/resources/identity-providers");
  private static final YAMLMapper YAML = new YAMLMapper();

  private SetupGuides() {}

  /** The keys of all providers, the general ones last. */
  static List<String> providers() {
    try (var files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted(
              Comparator.comparing((String key) -> key.startsWith("custom"))
                  .thenComparing(key -> key))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code saml} or {@code oidc}. */
  static String protocol(String provider) {
    return read(provider).get("protocol").asText();
  }

  static String name(String provider) {
    return read(provider).get("name").asText();
  }

  /** What {@code GET /v1/connections/{id}/setup-guide} answers in this language. */
  static String json(String provider, String language) {
    ObjectNode guide = (ObjectNode) ServerTexts.in(language).translated(read(provider));
    guide.put("connection", SsoSamples.OKTA);
    guide.set("provider", guide.get("key"));
    return guide
        .toString()
        .replace("{{acsUrl}}", "https://sso.example.com/saml/01k9z3n5q7r8s9t2v4w6x8y0zc/acs")
        .replace("{{entityId}}", "https://sso.example.com/saml/01k9z3n5q7r8s9t2v4w6x8y0zc/metadata")
        .replace(
            "{{metadataUrl}}", "https://sso.example.com/saml/01k9z3n5q7r8s9t2v4w6x8y0zc/metadata")
        .replace(
            "{{redirectUri}}", "https://sso.example.com/oidc/01k9z3n5q7r8s9t2v4w6x8y0zc/callback")
        .replace("{{jwksUrl}}", "https://sso.example.com/oidc/01k9z3n5q7r8s9t2v4w6x8y0zc/jwks")
        .replace("{{certificate}}", "-----BEGIN CERTIFICATE-----\\nMIIDdzCCAl+gAwIBAgIE…");
  }

  /** What {@code GET /v1/identity-providers} answers. */
  static String list() {
    return Samples.page(
        providers().stream()
            .map(key ->
                "{\"key\":\"%s\",\"name\":\"%s\",\"protocol\":\"%s\",\"metadataForms\":[]}"
                    .formatted(key, name(key), protocol(key)))
            .toArray(String[]::new));
  }

  private static ObjectNode read(String provider) {
    try {
      JsonNode file = YAML.readTree(FILES.resolve(provider + ".yaml").toFile());
      return (ObjectNode) file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
