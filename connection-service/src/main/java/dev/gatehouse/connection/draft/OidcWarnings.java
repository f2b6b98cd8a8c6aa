package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.idp.AdminText;
import dev.gatehouse.connection.idp.Warning;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an admin should know of an OpenID Connect draft that is otherwise right. */
final class OidcWarnings {

  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private OidcWarnings() {}

  static List<Warning> of(ProviderMetadata provider, OidcSettings settings, OidcDraft draft) {
    List<Warning> warnings = new ArrayList<>();
    String secret = Optional.ofNullable(draft.clientSecret()).map(String::strip).orElse("");
    if (provider.issuer().isEntra() && GUID.matcher(secret).matches()) {
      warnings.add(new Warning("client_secret_looks_like_id", AdminText.SECRET_ID.text()));
    }
    List<String> unannounced =
        settings.scopes().stream().filter(scope -> !provider.scopes().contains(scope)).toList();
    if (!provider.scopes().isEmpty() && !unannounced.isEmpty()) {
      warnings.add(
          new Warning(
              "scope_not_announced",
              AdminText.SCOPE_NOT_ANNOUNCED.with(String.join(", ", unannounced))));
    }
    if (!provider.issuer().isGoogle() && !settings.hostedDomains().isEmpty()) {
      warnings.add(new Warning("hosted_domains_unused", AdminText.HOSTED_DOMAINS_UNUSED.text()));
    }
    return List.copyOf(warnings);
  }
}
