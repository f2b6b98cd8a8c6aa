package dev.gatehouse.connection.provider;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The catalogue of identity providers, in the order in which they are offered. */
@ApplicationScoped
public class Providers {

  private static final List<String> FILES =
      List.of(
          "okta",
          "google-workspace",
          "microsoft-entra-id",
          "custom-saml",
          "okta-oidc",
          "google-oidc",
          "microsoft-entra-id-oidc",
          "custom-oidc");

  private final SequencedMap<String, Provider> providers;

  public Providers() {
    YAMLMapper yaml = new YAMLMapper();
    SequencedMap<String, Provider> read = new LinkedHashMap<>();
    for (String file : FILES) {
      Provider provider = read(yaml, file);
      read.put(provider.key(), provider);
    }
    this.providers = read;
  }

  public Collection<Provider> all() {
    return providers.sequencedValues();
  }

  public Optional<Provider> find(String key) {
    return Optional.ofNullable(providers.get(key));
  }

  private static Provider read(YAMLMapper yaml, String file) {
    String name = "/identity-providers/" + file + ".yaml";
    try (InputStream stream = Providers.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The catalogue lacks " + name);
      }
      return yaml.readValue(stream, Provider.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue's " + name + " cannot be read", e);
    }
  }
}
