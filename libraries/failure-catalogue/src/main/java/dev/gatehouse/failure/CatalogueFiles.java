package dev.gatehouse.failure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.languages.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The texts as they stand in the data files, in the order in which a page shows them. */
record CatalogueFiles(List<CodeGroup> groups, List<Provider> providers, List<ErrorFile> errors) {

  private static final List<String> GROUPS = List.of("saml", "gateway", "oidc");
  private static final List<String> PROVIDERS =
      List.of(
          "okta",
          "microsoft-entra-id",
          "google-workspace",
          "custom-saml",
          "okta-oidc",
          "microsoft-entra-id-oidc",
          "google-oidc",
          "custom-oidc");
  private static final List<String> ERRORS =
      List.of("entra", "okta", "google", "other-products", "saml-status", "oidc-errors");

  static CatalogueFiles read() {
    var mapper = JsonMapper.builder().build();
    return new CatalogueFiles(
        all(mapper, "codes", GROUPS, CodeGroup.class).toList(),
        all(mapper, "providers", PROVIDERS, Provider.class).toList(),
        all(mapper, "errors", ERRORS, ErrorFile.class).toList());
  }

  /** The same in another language. */
  CatalogueFiles translated(Translation language) {
    return new CatalogueFiles(
        groups.stream().map(group -> group.translated(language)).toList(),
        providers.stream().map(provider -> provider.translated(language)).toList(),
        errors.stream().map(file -> file.translated(language)).toList());
  }

  private static <T> Stream<T> all(
      ObjectMapper mapper, String folder, List<String> names, Class<T> type) {
    return names.stream().map(name -> one(mapper, folder + "/" + name + ".json", type));
  }

  private static <T> T one(ObjectMapper mapper, String file, Class<T> type) {
    try (var in = CatalogueFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return mapper.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
