package dev.gatehouse.sandbox.app;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The settings in force: those saved, else those of the configuration. */
@Singleton
final class CurrentAppSettings {
  private final KeptFile<AppSettings> settings;

  CurrentAppSettings(
      KeptFiles files,
      @ConfigProperty(name = "sandbox.app.issuer") String issuer,
      @ConfigProperty(name = "sandbox.app.client-id") Optional<String> clientId,
      @ConfigProperty(name = "sandbox.app.client-secret") Optional<String> clientSecret) {
    settings =
        files.open(
            "app-settings",
            new TypeReference<>() {},
            () ->
                new AppSettings(
                    issuer, clientId.orElse(""), clientSecret.orElse(""), AppSettings.USUAL_SCOPE));
  }

  AppSettings get() {
    return settings.get();
  }

  /** What is not said stays. */
  AppSettings change(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String scope) {
    return settings.update(before ->
        new AppSettings(
            orElse(issuer, before.issuer()),
            orElse(clientId, before.clientId()),
            orElse(clientSecret, before.clientSecret()),
            orElse(scope, before.scope())));
  }

  private static String orElse(@Nullable String said, String otherwise) {
    return said == null || said.isBlank() ? otherwise : said.strip();
  }
}
