package dev.gatehouse.gateway.relyingparty;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcCheckName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of judging one answer found on their way; belongs to one answer alone. */
final class Trail {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** A report travels as an event; what is longer than any real answer is left out. */
  private static final int LONGEST = 100_000;

  private final boolean keepsEvidence;
  private final Map<OidcCheckName, OidcCheck> checks = new EnumMap<>(OidcCheckName.class);
  private final ObjectNode seen = JSON.createObjectNode();

  private Trail(boolean keepsEvidence) {
    this.keepsEvidence = keepsEvidence;
  }

  /** Of an answer there is a report for test runs only. */
  static Trail of(Attempt attempt) {
    return switch (attempt.purpose()) {
      case Purpose.SignIn _ -> new Trail(false);
      case Purpose.TestRun _ -> new Trail(true);
    };
  }

  /** Of an attempt that could not even ask. */
  static Trail ofNothing() {
    return new Trail(false);
  }

  /** What a later step says replaces what an earlier one could not say yet. */
  Trail add(List<OidcCheck> more) {
    for (OidcCheck check : more) {
      checks.merge(
          check.name(),
          check,
          (before, now) -> now.outcome() == CheckOutcome.NOT_REACHED ? before : now);
    }
    return this;
  }

  Map<OidcCheckName, OidcCheck> checks() {
    return checks;
  }

  /** What came back in the browser; the code is left out, although it is used up. */
  void answered(Map<String, List<String>> query) {
    ObjectNode answer = seen.putObject("authorizationResponse");
    query.forEach((name, values) -> {
      if (!name.equals("code") && !name.equals("state")) {
        answer.put(name, String.join(" ", values));
      }
    });
  }

  /** An ID token without its signature, so that nobody can use it. */
  void token(String idToken) {
    String[] parts = idToken.split("\\.", -1);
    ObjectNode token = seen.putObject("idToken");
    read(parts, 0).ifPresent(header -> token.set("header", JSON.valueToTree(header.members())));
    read(parts, 1).ifPresent(claims -> token.set("claims", JSON.valueToTree(claims.members())));
  }

  /** All that was read about the person, of the ID token and of UserInfo. */
  void identity(JsonObject claims) {
    seen.set("claims", JSON.valueToTree(claims.members()));
  }

  /** The evidence for the report of a test run. */
  Optional<String> evidence() {
    return seen.isEmpty() || !keepsEvidence
        ? Optional.empty()
        : Optional.of(
                Base64.getEncoder()
                    .encodeToString(seen.toPrettyString().getBytes(StandardCharsets.UTF_8)))
            .filter(text -> text.length() <= LONGEST);
  }

  private static Optional<JsonObject> read(String[] parts, int index) {
    try {
      return index < parts.length
          ? JsonObject.parse(Base64.getUrlDecoder().decode(parts[index]))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
