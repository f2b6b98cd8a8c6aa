package dev.gatehouse.connection.idp;

import dev.gatehouse.connection.settings.SsoBinding;
import dev.gatehouse.saml.IdpCertificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An identity provider as we understood it.
 *
 * @param ssoUrls the sign-on address for each binding that it offers, at least one
 */
public record IdpDescription(
    String entityId,
    Map<SsoBinding, String> ssoUrls,
    Optional<String> sloUrl,
    List<IdpCertificate> certificates,
    boolean wantsSignedRequests,
    List<Warning> warnings) {

  public IdpDescription {
    // An address that serves two bindings is warned of twice.
    warnings = warnings.stream().distinct().toList();
  }

  /** The binding to use unless somebody chooses: every provider that has it prefers Redirect. */
  public SsoBinding usualBinding() {
    return ssoUrls.containsKey(SsoBinding.REDIRECT) ? SsoBinding.REDIRECT : SsoBinding.POST;
  }

  IdpDescription with(List<Warning> more) {
    return new IdpDescription(
        entityId,
        ssoUrls,
        sloUrl,
        certificates,
        wantsSignedRequests,
        Stream.concat(warnings.stream(), more.stream()).toList());
  }
}
