package dev.gatehouse.connection.idp;

import dev.gatehouse.connection.settings.SsoBinding;
import dev.gatehouse.saml.IdpCertificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as we understood it.
 *
 * @param ssoUrls the sign-on address for each binding that it offers, at least one
 */
public record IdpDescription(
    String entityId,
    Map<SsoBinding, String> ssoUrls,
    Optional<Logout> logout,
    List<IdpCertificate> certificates,
    boolean wantsSignedRequests,
    List<Warning> warnings) {

  /** Where logout requests go, and responses, if to another address. */
  public record Logout(String url, @Nullable String responseUrl, SsoBinding binding) {}

  public IdpDescription {
    // An address that serves two bindings is warned of twice.
    warnings = warnings.stream().distinct().toList();
  }

  /** The binding to use unless somebody chooses: every provider that has it prefers Redirect. */
  public SsoBinding usualBinding() {
    return ssoUrls.containsKey(SsoBinding.REDIRECT) ? SsoBinding.REDIRECT : SsoBinding.POST;
  }

  List<String> logoutUrls() {
    return logout.stream()
        .flatMap(slo -> Stream.of(Optional.of(slo.url()), Optional.ofNullable(slo.responseUrl())))
        .flatMap(Optional::stream)
        .toList();
  }

  IdpDescription withoutLogout() {
    Warning skipped = new Warning("logout_skipped", AdminText.PLAIN_LOGOUT.text());
    return new IdpDescription(
            entityId, ssoUrls, Optional.empty(), certificates, wantsSignedRequests, warnings)
        .with(List.of(skipped));
  }

  IdpDescription with(List<Warning> more) {
    return new IdpDescription(
        entityId,
        ssoUrls,
        logout,
        certificates,
        wantsSignedRequests,
        Stream.concat(warnings.stream(), more.stream()).toList());
  }
}
