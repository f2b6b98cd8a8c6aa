package dev.gatehouse.failure;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an identity provider said when it refused, taken apart again: a SAML status as {@code top >
 * second: message}, an OAuth 2.0 error as {@code error: description}.
 */
final class ProviderSaid {

  private static final String SAML_STATUS = "status_not_success";
  private static final Set<String> OAUTH_ERRORS =
      Set.of("oidc_error_returned", "oidc_token_request_failed", "oidc_client_rejected");

  private ProviderSaid() {}

  /** The known errors that it may be; empty for a reason that is not the provider's own word. */
  static List<KnownError> recognise(String code, String received, KnownErrors errors) {
    if (!code.equals(SAML_STATUS) && !OAUTH_ERRORS.contains(code)) {
      return List.of();
    }
    int colon = received.indexOf(": ");
    String codes = colon < 0 ? received : received.substring(0, colon);
    Optional<String> words =
        colon < 0 ? Optional.empty() : Optional.of(received.substring(colon + 2));
    if (!code.equals(SAML_STATUS)) {
      return errors.recogniseOidcError(codes, words);
    }
    int nested = codes.indexOf(" > ");
    return nested < 0
        ? errors.recogniseStatus(codes, Optional.empty(), words)
        : errors.recogniseStatus(codes.substring(0, nested), Optional.of(last(codes)), words);
  }

  /** The innermost code says most. */
  private static String last(String codes) {
    return codes.substring(codes.lastIndexOf(" > ") + 3);
  }
}
