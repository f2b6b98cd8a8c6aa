package dev.gatehouse.connection.provider;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The catalogue of identity providers, in the order in which they are offered. It is translated
 * once, at the start.
 */
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
  private final Map<Language, Map<String, Provider>> translated = new EnumMap<>(Language.class);

  public Providers() {
    YAMLMapper yaml = new YAMLMapper();
    SequencedMap<String, Provider> read = new LinkedHashMap<>();
    for (String file : FILES) {
      Provider provider = read(yaml, file);
      read.put(provider.key(), provider);
    }
    this.providers = read;
    for (Language language : Language.values()) {
      Translation translation = translation(language);
      Map<String, Provider> all = new HashMap<>();
      read.forEach((key, provider) -> all.put(key, provider.translated(translation)));
      translated.put(language, all);
    }
  }

  public Collection<Provider> all() {
    return providers.sequencedValues();
  }

  public Optional<Provider> find(String key) {
    return Optional.ofNullable(providers.get(key));
  }

  /** The same in another language. */
  public Optional<Provider> find(String key, Language language) {
    return Optional.ofNullable(translated.getOrDefault(language, Map.of()).get(key));
  }

  static Translation translation(Language language) {
    return Translation.read(Providers.class, "/identity-providers/texts", language);
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
