package dev.gatehouse.connection.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a SAML revision fixes; the keys are kept beside it.
 *
 * @param nameIdFormat sent as NameIDPolicy only when set, because a wrong one breaks ADFS and Entra
 * @param requestedAuthnContext never sent unless set: the known cause of AADSTS75011
 * @param allowSha1Until the dated exception to refusing SHA-1, if an operator made one
 */
public record SamlSettings(
    String idpEntityId,
    String ssoUrl,
    SsoBinding ssoBinding,
    @Nullable String sloUrl,
    @Nullable String nameIdFormat,
    @Nullable String requestedAuthnContext,
    boolean forceAuthn,
    boolean signRequests,
    SubjectSource subject,
    AttributeNames attributes,
    @Nullable Instant allowSha1Until) {

  /** Whether people known by the other settings are known by these under the same names. */
  public boolean namesPeopleLike(SamlSettings other) {
    return idpEntityId.equals(other.idpEntityId) && subject.equals(other.subject);
  }
}
