package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.application.Application;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Refused;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Valid;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an application asks, once it is known which one asks and that the redirect URI is its
 * own. Faults are told at that URI.
 */
final class ReadAuthorizationRequest {

  static final Set<String> SCOPES = Set.of("openid", "email", "profile", "attributes", "groups");

  private static final List<String> ONCE =
      List.of(
          "response_type",
          "response_mode",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "prompt",
          "max_age",
          "login_hint",
          "organization",
          "connection",
          "acr_values");

  /** RFC 7636 section 4.2: base64url of a SHA-256. */
  private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
  private static final int LONGEST_VALUE = 4_000;

  /** Of words; each takes more room than its letters. */
  private static final int LONGEST_LIST = 1_000;

  private final Application application;
  private final String redirectUri;
  private final Parameters parameters;

  ReadAuthorizationRequest(Application application, String redirectUri, Parameters parameters) {
    this.application = application;
    this.redirectUri = redirectUri;
    this.parameters = parameters;
  }

  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final AuthorizationError error;

    Fault(AuthorizationError error, String description) {
      super(description, null, false, false);
      this.error = error;
    }
  }

  AuthorizationVerdict read() {
    try {
      requireKnownForm();
      return new Valid(request(), application.version());
    } catch (Fault fault) {
      String state = parameters.isRepeated("state") ? null : parameters.get("state");
      return new Refused(redirectUri, state, fault.error, String.valueOf(fault.getMessage()));
    }
  }

  private void requireKnownForm() {
    parameters
        .repeated(ONCE)
        .ifPresent(name -> {
          throw invalid(name + " came twice");
        });
    parameters
        .unprintable(ONCE)
        .ifPresent(name -> {
          throw invalid(name + " holds control characters");
        });
    if (parameters.has("request")) {
      throw new Fault(AuthorizationError.REQUEST_NOT_SUPPORTED, "request objects are not read");
    }
    if (parameters.has("request_uri")) {
      throw new Fault(AuthorizationError.REQUEST_URI_NOT_SUPPORTED, "request_uri is not read");
    }
    if (parameters.has("registration")) {
      throw new Fault(AuthorizationError.REGISTRATION_NOT_SUPPORTED, "registration is not read");
    }
    String type = parameters.get("response_type");
    if (type == null) {
      throw invalid("response_type is missing");
    }
    if (!type.equals("code")) {
      throw new Fault(AuthorizationError.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
    }
    String mode = parameters.get("response_mode");
    if (mode != null && !mode.equals("query")) {
      throw invalid("response_mode must be query");
    }
  }

  private AuthorizationRequest request() {
    return new AuthorizationRequest(
        application.id(),
        redirectUri,
        bounded("state"),
        bounded("nonce"),
        codeChallenge(),
        scope(),
        bounded("login_hint"),
        bounded("organization"),
        connection(),
        prompt(),
        maxAge(),
        words("acr_values"));
  }

  private @Nullable String bounded(String name) {
    String value = parameters.get(name);
    if (value != null && value.length() > LONGEST_VALUE) {
      throw invalid(name + " is too long");
    }
    return value;
  }

  private List<String> words(String name) {
    String value = parameters.get(name);
    if (value != null && value.length() > LONGEST_LIST) {
      throw invalid(name + " is too long");
    }
    return parameters.words(name);
  }

  /** RFC 9700 section 2.1.1: without PKCE a stolen code could be injected elsewhere. */
  private String codeChallenge() {
    String challenge = parameters.get("code_challenge");
    if (challenge == null) {
      throw invalid("code_challenge is missing: PKCE with S256 is required");
    }
    if (!"S256".equals(parameters.get("code_challenge_method"))) {
      throw invalid("code_challenge_method must be S256");
    }
    if (!S256_CHALLENGE.matcher(challenge).matches()) {
      throw invalid("code_challenge is not the base64url of a SHA-256");
    }
    return challenge;
  }

  private Set<String> scope() {
    List<String> asked = words("scope");
    if (!asked.contains("openid")) {
      throw new Fault(AuthorizationError.INVALID_SCOPE, "scope must contain openid");
    }
    // OpenID Connect Core section 3.1.2.1: what is not understood is ignored.
    return asked.stream()
        .filter(SCOPES::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private @Nullable Id connection() {
    String connection = parameters.get("connection");
    try {
      return connection == null ? null : Id.parse(IdKind.CONNECTION, connection);
    } catch (MalformedId e) {
      throw invalid("connection is not the id of a connection");
    }
  }

  private Set<String> prompt() {
    Set<String> prompt = new LinkedHashSet<>(words("prompt"));
    if (prompt.contains("none")) {
      // We keep no session, so nobody is ever signed in already.
      throw prompt.size() == 1
          ? new Fault(AuthorizationError.LOGIN_REQUIRED, "nobody is signed in here")
          : invalid("prompt=none goes with nothing else");
    }
    return prompt;
  }

  private @Nullable Long maxAge() {
    String seconds = parameters.get("max_age");
    if (seconds != null && !SECONDS.matcher(seconds).matches()) {
      throw invalid("max_age is not a number of seconds");
    }
    return seconds == null ? null : Long.valueOf(seconds);
  }

  private static Fault invalid(String description) {
    return new Fault(AuthorizationError.INVALID_REQUEST, description);
  }
}
