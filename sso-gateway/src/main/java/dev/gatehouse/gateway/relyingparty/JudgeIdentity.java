package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.EmailScope;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import dev.gatehouse.oidc.idtoken.VerifiedIdentity;
import dev.gatehouse.saml.EmailAddress;
import dev.gatehouse.saml.ReasonCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The last rules, which are the connection's own: what the person is recognised by, and that the
 * email is at one of its domains.
 */
@Singleton
class JudgeIdentity {

  /** Web servers take addresses of 8 KB at least; a token with hundreds of groups is longer. */
  private static final int LONGEST_HINT = 6_000;

  private final EmailScope emailScope;

  JudgeIdentity(EmailScope emailScope) {
    this.emailScope = emailScope;
  }

  /** The token fell; who it would have been is for test reports. */
  Uni<Verdict> refuse(Asked asked, IdTokenVerdict.Rejected rejected, Trail trail) {
    return emailScope
        .of(asked.attempt())
        .map(domains -> {
          List<Finding> findings =
              new ArrayList<>(OidcVerdicts.findings(rejected.reasons(), trail));
          rejected
              .seen()
              .ifPresent(identity -> {
                trail.identity(identity.claims());
                email(identity, domains, trail, findings);
              });
          return refused(asked, findings, rejected.seen(), trail);
        });
  }

  /**
   * @param signed the verdict on the ID token alone
   * @param completed the same with what UserInfo added
   */
  Uni<Verdict> judge(
      Asked asked,
      String idToken,
      IdTokenVerdict.Accepted signed,
      IdTokenVerdict completed,
      Trail trail) {
    trail.add(completed.checks());
    return switch (completed) {
      case IdTokenVerdict.Rejected rejected -> refuse(asked, rejected, trail);
      case IdTokenVerdict.Accepted(var identity, _, _) ->
          emailScope
              .of(asked.attempt())
              .map(domains -> {
                trail.identity(identity.claims());
                List<Finding> findings = new ArrayList<>();
                Optional<EmailAddress> email = email(identity, domains, trail, findings);
                Optional<String> key =
                    Subjects.key(asked.settings(), identity, signed.identity().claims());
                if (key.isEmpty()) {
                  findings.add(OidcVerdicts.finding(noSubject(asked, trail)));
                }
                return findings.isEmpty() && key.isPresent() && email.isPresent()
                    ? accepted(asked, idToken, identity, key.get(), trail)
                    : refused(asked, findings, Optional.of(identity), trail);
              });
    };
  }

  private static Verdict accepted(
      Asked asked, String idToken, VerifiedIdentity identity, String key, Trail trail) {
    return new Verdict.Accepted(
        Identities.subject(key, identity),
        Identities.authentication(identity, hint(asked, idToken)),
        once(asked.attempt(), idToken),
        OidcVerdicts.checks(asked.settings(), trail),
        Subjects.judgedWith(asked.connection(), asked.settings()),
        trail.evidence());
  }

  /** What the provider's end-session endpoint is shown one day, in an address of bounded length. */
  private static Optional<String> hint(Asked asked, String idToken) {
    return asked.settings().signsOutThere()
            && asked.provider().endSessionEndpoint().isPresent()
            && idToken.length() <= LONGEST_HINT
        ? Optional.of(idToken)
        : Optional.empty();
  }

  private static Verdict refused(
      Asked asked, List<Finding> findings, Optional<VerifiedIdentity> seen, Trail trail) {
    List<Check> checks = OidcVerdicts.checks(asked.settings(), trail);
    return new Verdict.Rejected(
        findings,
        checks,
        seen.map(identity -> Identities.subject(identity.subjectKey(), identity)),
        trail.evidence());
  }

  /** Only a domain that the organization has proven counts, whatever the provider says of it. */
  private static Optional<EmailAddress> email(
      VerifiedIdentity identity, List<String> domains, Trail trail, List<Finding> findings) {
    String address = identity.email().orElse("");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Optional<EmailAddress> email = EmailAddress.parse(address);
    if (email.isEmpty()) {
      trail.add(List.of(failed(OidcCheckName.EMAIL, "one plain address", address)));
      findings.add(OidcVerdicts.shared(ReasonCode.EMAIL_INVALID, "one plain address", address));
      return email;
    }
    String held = String.join(", ", domains);
    if (domains.contains(email.get().domain())) {
      trail.add(
          List.of(
              new OidcCheck(
                  OidcCheckName.EMAIL_DOMAIN, CheckOutcome.PASSED, held, email.get().domain())));
      return email;
    }
    trail.add(List.of(failed(OidcCheckName.EMAIL_DOMAIN, held, email.get().domain())));
    findings.add(
        OidcVerdicts.shared(ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED, held, email.get().domain()));
    return email;
  }

  private static OidcReason noSubject(Asked asked, Trail trail) {
    String wanted = Subjects.claim(asked.settings()).orElse("a claim that never changes");
    trail.add(List.of(failed(OidcCheckName.SUBJECT, wanted, "")));
    return new OidcReason(
        OidcReasonCode.ID_TOKEN_INVALID,
        wanted,
        "",
        "The ID token lacks the claim that people are recognised by, or it is one that changes.");
  }

  private static OidcCheck failed(OidcCheckName name, String expected, String received) {
    return new OidcCheck(name, CheckOutcome.FAILED, expected, received);
  }

  /** The nonce already ties the token to the attempt; this makes replay fail even without it. */
  private static Verdict.SingleUse once(Attempt attempt, String idToken) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(idToken.getBytes(StandardCharsets.UTF_8));
      return new Verdict.SingleUse(
          "id_token:" + HexFormat.of().formatHex(hash), attempt.expiresAt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
