package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.OidcCheckName.HOSTED_DOMAIN;
import static dev.gatehouse.oidc.OidcCheckName.SUBJECT;
import static dev.gatehouse.oidc.OidcCheckName.TENANT;

import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderRules;
import java.util.Locale;
import java.util.Set;

/** Who it is, and whether the provider may say so for this customer. */
final class SubjectRules {

  private static final int LONGEST = 255; // Core section 2

  private final ProviderRules rules;
  private final Findings findings;

  SubjectRules(ProviderRules rules, Findings findings) {
    this.rules = rules;
    this.findings = findings;
  }

  /** The key to know the person by; meaningless if a check failed. */
  String check(JsonObject claims) {
    String subject = claims.text("sub").orElse("");
    boolean legal =
        !subject.isEmpty()
            && subject.length() <= LONGEST
            && subject.chars().noneMatch(Character::isISOControl);
    findings.require(
        legal,
        SUBJECT,
        OidcReasonCode.ID_TOKEN_INVALID,
        "a sub of at most 255 characters",
        subject);
    return switch (rules) {
      case ProviderRules.Generic() -> subject;
      case ProviderRules.Entra entra -> entra(entra, claims);
      case ProviderRules.Google(Set<String> domains) -> {
        hostedDomain(domains, claims);
        yield subject;
      }
    };
  }

  // sub is pairwise per app registration; tenant and object id outlive that.
  private String entra(ProviderRules.Entra entra, JsonObject claims) {
    String wanted = entra.tenant().toString();
    String tenant = claims.text("tid").orElse("").toLowerCase(Locale.ROOT);
    findings.require(tenant.equals(wanted), TENANT, OidcReasonCode.TENANT_MISMATCH, wanted, tenant);
    String object = claims.text("oid").orElse("").toLowerCase(Locale.ROOT);
    if (object.isEmpty() || object.length() > LONGEST) {
      findings.fail(
          SUBJECT,
          new OidcReason(
              OidcReasonCode.ID_TOKEN_INVALID,
              "an oid",
              object,
              "The ID token lacks the object id (oid), which Entra sends with the profile scope."));
    }
    return tenant + "/" + object;
  }

  // The hd parameter of the request is only a hint to Google, which the person can remove.
  private void hostedDomain(Set<String> domains, JsonObject claims) {
    String hosted = claims.text("hd").orElse("").toLowerCase(Locale.ROOT);
    findings.require(
        domains.contains(hosted),
        HOSTED_DOMAIN,
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH,
        String.join(", ", domains.stream().sorted().toList()),
        hosted.isEmpty() ? "a personal account" : hosted);
  }
}
