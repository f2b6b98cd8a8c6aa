package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.OidcCheckName.ALGORITHM;
import static dev.gatehouse.oidc.OidcCheckName.KEY;
import static dev.gatehouse.oidc.OidcCheckName.SIGNATURE;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.SigningAlgorithms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one of the published keys signed, in a way that is accepted. Stops at the first no. */
public final class SignatureRules {

  private static final int MOST_TRIED = 8;

  private final Set<String> accepted;
  private final JWKSet keys;
  private final Findings findings;

  /**
   * @param accepted algorithms; of these, only safe ones count
   */
  public SignatureRules(Set<String> accepted, JWKSet keys, Findings findings) {
    this.accepted = SigningAlgorithms.among(accepted);
    this.keys = keys;
    this.findings = findings;
  }

  /** CPU work. */
  public boolean hold(UnverifiedToken token) {
    String algorithm = token.algorithm();
    findings.require(
        accepted.contains(algorithm),
        ALGORITHM,
        OidcReasonCode.ALGORITHM_REFUSED,
        String.join(", ", accepted),
        algorithm);
    if (!findings.allPassed()) {
      return false;
    }
    var suitable = suitable(token);
    if (suitable.isEmpty()) {
      return false;
    }
    boolean signed = suitable.stream().limit(MOST_TRIED).anyMatch(key -> key.verifies(token));
    findings.require(
        signed,
        SIGNATURE,
        OidcReasonCode.SIGNATURE_INVALID,
        "signed with " + describe(suitable),
        signed ? "a good signature" : "another signature");
    return signed;
  }

  private List<VerificationKey> suitable(UnverifiedToken token) {
    String wanted = token.keyId().map(id -> "key " + id).orElse("no key id");
    var named =
        keys.getKeys().stream()
            .filter(key -> isNamed(token, key))
            .map(VerificationKey::new)
            .toList();
    if (named.isEmpty()) {
      findings.fail(KEY, OidcReasonCode.KEY_UNKNOWN, "one of " + ids(), wanted);
      return List.of();
    }
    var suitable = named.stream().filter(key -> key.suits(token.algorithm())).toList();
    findings.require(
        !suitable.isEmpty(),
        KEY,
        OidcReasonCode.ALGORITHM_REFUSED,
        "a key made for " + token.algorithm(),
        describe(named));
    return suitable;
  }

  // The id is a hint (RFC 7515 section 4.1.4): a key that has none may be the one.
  private static boolean isNamed(UnverifiedToken token, JWK key) {
    return token.keyId().isEmpty()
        || key.getKeyID() == null
        || key.getKeyID().equals(token.keyId().get());
  }

  private String ids() {
    return keys.getKeys().stream().map(JWK::getKeyID).collect(Collectors.joining(", "));
  }

  private static String describe(List<VerificationKey> keys) {
    return keys.stream().map(VerificationKey::describe).collect(Collectors.joining(", "));
  }
}
