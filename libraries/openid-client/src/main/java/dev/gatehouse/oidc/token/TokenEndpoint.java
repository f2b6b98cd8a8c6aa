package dev.gatehouse.oidc.token;

import static dev.gatehouse.oidc.OidcCheckName.TOKEN_REQUEST;

import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderError;
import dev.gatehouse.oidc.fetch.HttpAnswer;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Redeems codes (RFC 6749 section 4.1.3). */
public final class TokenEndpoint {

  private static final String EXPECTED = "an ID token";

  /** The errors of section 5.2 that speak of us and not of the code. */
  private static final Set<String> ABOUT_THE_CLIENT =
      Set.of("invalid_client", "unauthorized_client");

  private final HttpFetch fetch;

  public TokenEndpoint(HttpFetch fetch) {
    this.fetch = fetch;
  }

  /** Asks once; a code is good for one attempt. Never fails. */
  public Uni<TokenOutcome> redeem(TokenRequestForm request) {
    return fetch
        .post(request.endpoint(), request.parameters(), request.authorization())
        .map(TokenEndpoint::read);
  }

  private static TokenOutcome read(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.NoAnswer none -> failed(none.text(), none.text());
      case HttpAnswer.Answered answered -> {
        var body = JsonObject.parse(answered.body()).orElseGet(() -> new JsonObject(Map.of()));
        yield answered.status() == 200 ? tokens(body) : refused(answered.status(), body);
      }
    };
  }

  private static TokenOutcome tokens(JsonObject body) {
    var idToken = body.text("id_token");
    if (idToken.isEmpty()) {
      return failed(
          "members " + String.join(", ", body.members().keySet()),
          "The token endpoint answered without an ID token; the client there must be allowed the"
              + " openid scope.");
    }
    var findings = new Findings(EnumSet.of(TOKEN_REQUEST));
    findings.pass(TOKEN_REQUEST, EXPECTED, EXPECTED);
    // Any other token type would not be ours to send (section 7.1); then there is no UserInfo.
    var accessToken =
        body.text("token_type").filter("bearer"::equalsIgnoreCase).isPresent()
            ? body.text("access_token")
            : Optional.<String>empty();
    return new TokenOutcome.Issued(idToken.get(), accessToken, findings.checks());
  }

  private static TokenOutcome refused(int status, JsonObject body) {
    var error =
        body.text("error")
            .map(code -> new ProviderError(code, body.text("error_description").orElse("")));
    boolean ourselves =
        error.map(said -> ABOUT_THE_CLIENT.contains(said.error())).orElse(status == 401);
    var code = ourselves ? OidcReasonCode.CLIENT_REJECTED : OidcReasonCode.TOKEN_REQUEST_FAILED;
    String received = error.map(ProviderError::line).orElse("status " + status);
    return refused(OidcReason.of(code, EXPECTED, received), error);
  }

  private static TokenOutcome failed(String received, String text) {
    return refused(
        new OidcReason(OidcReasonCode.TOKEN_REQUEST_FAILED, EXPECTED, received, text),
        Optional.empty());
  }

  private static TokenOutcome refused(OidcReason reason, Optional<ProviderError> error) {
    var findings = new Findings(EnumSet.of(TOKEN_REQUEST));
    findings.fail(TOKEN_REQUEST, reason);
    return new TokenOutcome.Refused(reason, findings.checks(), error);
  }
}
