package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.SigningAlgorithms;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Found;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Understands one discovery document, or says what keeps it from being used. */
final class DocumentReader {

  private final DiscoveryAddress address;
  private final JsonObject document;
  private final List<String> warnings = new ArrayList<>();

  DocumentReader(DiscoveryAddress address, JsonObject document) {
    this.address = address;
    this.document = document;
  }

  DiscoveryOutcome read() {
    try {
      return new Found(metadata());
    } catch (Unusable unusable) {
      return unusable.why;
    }
  }

  private ProviderMetadata metadata() throws Unusable {
    var issuer = issuer();
    var responses = document.texts("response_types_supported");
    if (!responses.isEmpty() && !responses.contains("code")) {
      throw new Unusable(
          DiscoveryProblem.DISCOVERY_NO_CODE_FLOW,
          "code",
          String.join(", ", responses),
          DiscoveryText.NO_CODE_FLOW.text());
    }
    var challenges = document.texts("code_challenge_methods_supported");
    if (!challenges.isEmpty() && !challenges.contains("S256")) {
      warnings.add(DiscoveryText.PKCE_NOT_ANNOUNCED.text());
    }
    return new ProviderMetadata(
        issuer,
        endpoint("authorization_endpoint"),
        endpoint("token_endpoint"),
        endpoint("jwks_uri"),
        optionalEndpoint("userinfo_endpoint"),
        optionalEndpoint("end_session_endpoint"),
        authMethods(),
        algorithms(),
        document.texts("scopes_supported"),
        document.flag("authorization_response_iss_parameter_supported").orElse(false),
        List.copyOf(warnings));
  }

  /**
   * The issuer must be the address it was found at (section 4.3). Only the slash that discovery
   * itself removes (section 4.1) is forgiven; the document's spelling is the one tokens carry.
   */
  private Issuer issuer() throws Unusable {
    String given = address.issuer().value();
    String said = document.text("issuer").orElse("");
    if (said.toLowerCase(Locale.ROOT).contains("{tenantid}")) {
      throw new Unusable(DiscoveryAddress.sharedTenant(said));
    }
    if (!said.equals(given) && !said.equals(given + "/")) {
      throw new Unusable(DiscoveryProblem.DISCOVERY_ISSUER_MISMATCH, given, said, mismatch(said));
    }
    var issuer = new Issuer(said);
    if (issuer.isEntra() && issuer.entraTenant().isEmpty()) {
      throw new Unusable(DiscoveryAddress.sharedTenant(said));
    }
    return issuer;
  }

  private static String mismatch(String said) {
    if (said.isEmpty()) {
      return DiscoveryText.NO_ISSUER.text();
    }
    if (said.startsWith("https://sts.windows.net/")) {
      return DiscoveryText.ENTRA_V1.text();
    }
    return DiscoveryText.OTHER_ISSUER.text();
  }

  private URI endpoint(String name) throws Unusable {
    return optionalEndpoint(name)
        .orElseThrow(() ->
            new Unusable(
                DiscoveryProblem.DISCOVERY_ENDPOINT_MISSING,
                name,
                "",
                DiscoveryText.ENDPOINT_MISSING.with(name)));
  }

  /**
   * Endpoints may lie on other hosts (Google's do) and are guarded again when fetched, but never
   * fall back to http from an https issuer. An http issuer was only read because it is allowed.
   */
  private Optional<URI> optionalEndpoint(String name) throws Unusable {
    var written = document.text(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    URI uri = parsed(written.get());
    boolean plainAllowed = address.issuer().value().startsWith("http:");
    boolean web =
        "https".equals(uri.getScheme()) || (plainAllowed && "http".equals(uri.getScheme()));
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      throw new Unusable(
          DiscoveryProblem.DISCOVERY_ENDPOINT_REFUSED,
          name + " with https",
          written.get(),
          DiscoveryText.ENDPOINT_NOT_HTTPS.with(name));
    }
    return Optional.of(uri);
  }

  private static URI parsed(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      return URI.create("");
    }
  }

  private Set<ClientAuthMethod> authMethods() throws Unusable {
    var offered = document.texts("token_endpoint_auth_methods_supported");
    if (offered.isEmpty()) {
      return EnumSet.of(ClientAuthMethod.CLIENT_SECRET_BASIC); // the default of section 3
    }
    var usable = EnumSet.noneOf(ClientAuthMethod.class);
    offered.forEach(name -> ClientAuthMethod.of(name).ifPresent(usable::add));
    if (usable.isEmpty()) {
      throw new Unusable(
          DiscoveryProblem.DISCOVERY_NO_AUTH_METHOD,
          "client_secret_basic, client_secret_post, private_key_jwt",
          String.join(", ", offered),
          DiscoveryText.NO_AUTH_METHOD.text());
    }
    return usable;
  }

  private Set<String> algorithms() throws Unusable {
    var offered = document.texts("id_token_signing_alg_values_supported");
    if (offered.isEmpty()) {
      return Set.of("RS256"); // which every provider must support (Core 15.1)
    }
    var usable = SigningAlgorithms.among(offered);
    if (usable.isEmpty()) {
      throw new Unusable(
          DiscoveryProblem.DISCOVERY_NO_ALGORITHM,
          String.join(", ", SigningAlgorithms.ALL),
          String.join(", ", offered),
          DiscoveryText.NO_ALGORITHM.text());
    }
    return usable;
  }

  /** Ends the reading; never leaves this class. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refused why;

    Unusable(Refused why) {
      super(null, null, false, false);
      this.why = why;
    }

    Unusable(DiscoveryProblem problem, String expected, String received, String text) {
      this(DiscoveryAddress.refused(problem, expected, received, text));
    }
  }
}
