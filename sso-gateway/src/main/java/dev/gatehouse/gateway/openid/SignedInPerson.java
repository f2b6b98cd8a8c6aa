package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.session.SealedIdpSession;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in, and how, as the identity provider said it and the gateway verified it.
 *
 * @param email its domain is routed to the connection
 * @param member the member that the person was linked to, or null
 * @param justInTime the organization has no member for this person yet
 * @param idpIssuer the identity provider's entity id or issuer
 * @param idpSubject its stable identifier of the person
 * @param authTime when the person was authenticated
 * @param amr how, where the identity provider says so
 * @param attributes everything it said, by name
 * @param idpSession what ends its session with the person, or null
 */
public record SignedInPerson(
    Id person,
    String email,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable Id member,
    boolean justInTime,
    String idpIssuer,
    String idpSubject,
    Instant authTime,
    List<String> amr,
    Map<String, List<String>> attributes,
    List<String> groups,
    @Nullable SealedIdpSession idpSession) {

  /** The domain of the email as it stands in routes. */
  public String emailDomain() {
    return email.substring(email.lastIndexOf('@') + 1);
  }

  /** Personal data is not for logs. */
  @Override
  public String toString() {
    return "SignedInPerson[" + person + "]";
  }
}
