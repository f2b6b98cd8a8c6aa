package dev.gatehouse.connection.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a SAML revision fixes; the keys are kept beside it.
 *
 * @param sloUrl where logout requests go, if the identity provider has single logout
 * @param sloResponseUrl where logout responses go, if that is another address
 * @param sloBinding how both travel; null without an address
 * @param nameIdFormat sent as NameIDPolicy only when set, because a wrong one breaks ADFS and Entra
 * @param requestedAuthnContext never sent unless set: the known cause of AADSTS75011
 * @param allowSha1Until the dated exception to refusing SHA-1, if an operator made one
 */
public record SamlSettings(
    String idpEntityId,
    String ssoUrl,
    SsoBinding ssoBinding,
    @Nullable String sloUrl,
    @Nullable String sloResponseUrl,
    @Nullable SsoBinding sloBinding,
    @Nullable String nameIdFormat,
    @Nullable String requestedAuthnContext,
    boolean forceAuthn,
    boolean signRequests,
    SubjectSource subject,
    AttributeNames attributes,
    @Nullable Instant allowSha1Until)
    implements Settings {

  /** Revisions from before bindings were kept have the address for Redirect. */
  public SamlSettings {
    if (sloUrl != null && sloBinding == null) {
      sloBinding = SsoBinding.REDIRECT;
    }
  }

  @Override
  public String issuer() {
    return idpEntityId;
  }

  @Override
  public boolean hasSubjectOf(Settings other) {
    return other instanceof SamlSettings saml && subject.equals(saml.subject);
  }
}
