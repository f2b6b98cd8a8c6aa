package dev.gatehouse.connection.testrun;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.saml.CheckName;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the checks of a report are called, in English; a report itself names them by code. */
final class CheckTitles {

  private static final Map<String, String> SAML = new HashMap<>();
  private static final Map<String, String> OIDC = new HashMap<>();

  static {
    Stream.of(CheckName.values()).forEach(check -> SAML.put(check.code(), check.title()));
    Stream.of(OidcCheckName.values()).forEach(check -> OIDC.put(check.code(), check.title()));
    // The last of the list in both protocols.
    OIDC.put(CheckName.REPLAY.code(), CheckName.REPLAY.title());
  }

  private CheckTitles() {}

  /** Empty for a check that this version does not know. */
  static String of(Protocol protocol, String code) {
    return switch (protocol) {
      case SAML -> SAML.getOrDefault(code, "");
      case OIDC -> OIDC.getOrDefault(code, "");
    };
  }
}
