package dev.gatehouse.connection.idp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises whose identity provider it is, and values that were entered in the wrong place. */
final class ProviderCheck {

  private static final String GOOGLE_ENTITY = "accounts.google.com/o/saml2?";
  private static final String GOOGLE_SSO = "accounts.google.com/o/saml2/idp?";

  /** A part of an entity id or sign-on address, and the provider that it gives away. */
  private static final Map<String, String> TRACES =
      Map.of(
          "accounts.google.com/o/saml2", "google-workspace",
          "sts.windows.net/", "microsoft-entra-id",
          "login.microsoftonline.com/", "microsoft-entra-id",
          "www.okta.com/", "okta",
          ".okta.com/", "okta",
          ".oktapreview.com/", "okta");

  private ProviderCheck() {}

  /** Google's two addresses look alike, and are pasted into each other's field. */
  static Optional<String> swapped(String entityId, String ssoUrl) {
    return entityId.contains(GOOGLE_SSO) || ssoUrl.contains(GOOGLE_ENTITY)
        ? Optional.of(AdminText.GOOGLE_SWAPPED.text())
        : Optional.empty();
  }

  static List<Warning> warnings(String picked, IdpDescription idp) {
    return TRACES.entrySet().stream()
        .filter(trace ->
            idp.entityId().contains(trace.getKey())
                || idp.ssoUrls().values().stream().anyMatch(url -> url.contains(trace.getKey())))
        .map(Map.Entry::getValue)
        .distinct()
        .filter(found -> !found.equals(picked))
        .map(found -> new Warning("provider_differs", AdminText.OTHER_PROVIDER.with(found, picked)))
        .toList();
  }
}
