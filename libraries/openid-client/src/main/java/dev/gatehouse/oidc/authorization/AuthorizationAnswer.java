package dev.gatehouse.oidc.authorization;

import static dev.gatehouse.oidc.OidcCheckName.PROVIDER_ANSWER;
import static dev.gatehouse.oidc.OidcCheckName.RESPONSE_ISSUER;
import static dev.gatehouse.oidc.OidcCheckName.STATE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderError;
import dev.gatehouse.oidc.authorization.AuthorizationVerdict.CodeReceived;
import dev.gatehouse.oidc.authorization.AuthorizationVerdict.Rejected;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser brought to the redirect URI, of which nothing may be believed yet. */
public final class AuthorizationAnswer {

  private static final int LONGEST_CODE = 8192;

  private final Map<String, List<String>> unverified;

  private AuthorizationAnswer(Map<String, List<String>> unverified) {
    this.unverified = Map.copyOf(unverified);
  }

  /**
   * @param query every parameter with all its values
   */
  public static AuthorizationAnswer of(Map<String, List<String>> query) {
    return new AuthorizationAnswer(query);
  }

  /** The state to find the attempt by; empty if there is not exactly one. */
  public Optional<String> state() {
    return only("state");
  }

  /**
   * Compares state, then issuer (the defence against mix-up), and only then takes an error or a
   * code for the provider's.
   */
  public AuthorizationVerdict judge(ExpectedAnswer expected) {
    var findings = new Findings(EnumSet.of(STATE, RESPONSE_ISSUER, PROVIDER_ANSWER));
    boolean ours = state().filter(state -> same(state, expected.state())).isPresent();
    String received = ours ? "the state we sent" : describe("state");
    findings.require(ours, STATE, OidcReasonCode.STATE_MISMATCH, "the state we sent", received);
    if (!ours || !issuerHolds(expected, findings)) {
      return new Rejected(findings.reasons(), findings.checks(), Optional.empty());
    }
    if (unverified.containsKey("error")) {
      var error = new ProviderError(first("error"), first("error_description"));
      findings.fail(PROVIDER_ANSWER, OidcReasonCode.ERROR_RETURNED, "a code", error.line());
      return new Rejected(findings.reasons(), findings.checks(), Optional.of(error));
    }
    var code = only("code").filter(value -> value.length() <= LONGEST_CODE);
    if (code.isEmpty()) {
      findings.fail(
          PROVIDER_ANSWER,
          new OidcReason(
              OidcReasonCode.ERROR_RETURNED,
              "exactly one code",
              describe("code"),
              "The identity provider answered with neither a code nor an error."));
      return new Rejected(findings.reasons(), findings.checks(), Optional.empty());
    }
    findings.pass(PROVIDER_ANSWER, "a code", "a code");
    return new CodeReceived(code.get(), findings.checks());
  }

  // RFC 9207 section 2.4. An announced issuer must be there; one that is there must be right.
  private boolean issuerHolds(ExpectedAnswer expected, Findings findings) {
    if (!unverified.containsKey("iss") && !expected.issuerRequired()) {
      findings.pass(RESPONSE_ISSUER, "", "not sent, not announced");
      return true;
    }
    boolean holds = only("iss").filter(expected.issuer()::isNamed).isPresent();
    findings.require(
        holds,
        RESPONSE_ISSUER,
        OidcReasonCode.ISSUER_MISMATCH,
        expected.issuer().value(),
        String.join(", ", unverified.getOrDefault("iss", List.of("none"))));
    return holds;
  }

  /** A parameter that comes twice has no value (RFC 6749 section 3.1). */
  private Optional<String> only(String name) {
    var values = unverified.getOrDefault(name, List.of());
    return values.size() == 1 && !values.getFirst().isEmpty()
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  private String first(String name) {
    var values = unverified.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private String describe(String name) {
    return switch (unverified.getOrDefault(name, List.of()).size()) {
      case 0 -> "none";
      case 1 -> "another";
      default -> "several";
    };
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "AuthorizationAnswer" + unverified.keySet();
  }
}
