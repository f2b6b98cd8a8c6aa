package dev.gatehouse.oidc.idtoken;

import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who the provider says signed in.
 *
 * @param issuer the connection's; Google's shorter spelling never shows here
 * @param subjectKey the stable name of the person within the issuer: {@code sub}, or Entra's tenant
 *     and object id; never an email address
 * @param subject the token's {@code sub}
 * @param email as sent; its domain is still to be checked against the organization's
 * @param emailVerified the provider's own claim, which proves nothing about the organization
 * @param emailDomainOwner Entra's {@code xms_edov}: whether the domain's owner vouches for it
 * @param groupsOmitted Entra leaves groups out when there are too many
 * @param authenticatedAt {@code auth_time}, or else when the token was issued
 * @param sessionId the provider's name for its session, for logout
 * @param claims all of them, for reports and mappings
 */
public record VerifiedIdentity(
    Issuer issuer,
    String subjectKey,
    String subject,
    Optional<String> email,
    Optional<Boolean> emailVerified,
    Optional<Boolean> emailDomainOwner,
    Optional<String> givenName,
    Optional<String> familyName,
    List<String> groups,
    boolean groupsOmitted,
    Instant authenticatedAt,
    Optional<String> sessionId,
    Optional<String> acr,
    List<String> amr,
    JsonObject claims) {

  /** What is missing here taken from claims about the same person. */
  public VerifiedIdentity completedBy(JsonObject more, ClaimMapping mapping) {
    boolean hasEmail = email.isPresent();
    return new VerifiedIdentity(
        issuer,
        subjectKey,
        subject,
        email.or(() -> IdentityReader.email(more, mapping)),
        hasEmail ? emailVerified : more.flag("email_verified"),
        hasEmail ? emailDomainOwner : more.flag("xms_edov"),
        givenName.or(() -> IdentityReader.first(more, mapping.givenName())),
        familyName.or(() -> IdentityReader.first(more, mapping.familyName())),
        groups.isEmpty() ? IdentityReader.groups(more, mapping) : groups,
        groupsOmitted,
        authenticatedAt,
        sessionId,
        acr,
        amr,
        claims.with(more));
  }

  @Override
  public String toString() {
    return "VerifiedIdentity[" + issuer + "]";
  }
}
