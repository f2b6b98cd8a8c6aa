package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.idp.IdpDescription;
import dev.gatehouse.connection.provider.Provider;
import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.connection.settings.SsoBinding;
import dev.gatehouse.connection.settings.SubjectSource;
import dev.gatehouse.saml.AttributeMapping;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a new revision fixes. */
final class NewSettings {

  private NewSettings() {}

  /**
   * What an identity provider says of itself, with what the admin chose now or before: giving its
   * metadata again, for a new certificate perhaps, takes no choice back. Empty when the chosen
   * binding is not one that the identity provider offers.
   */
  static Optional<SamlSettings> of(
      IdpDescription idp,
      Provider.Defaults defaults,
      @Nullable SamlSettings earlier,
      DraftOptions options,
      @Nullable Instant allowSha1Until) {
    SsoBinding binding = or(options.ssoBinding(), keptBinding(idp, earlier));
    return Optional.ofNullable(idp.ssoUrls().get(binding))
        .map(url ->
            new SamlSettings(
                idp.entityId(),
                url,
                binding,
                idp.logout().map(IdpDescription.Logout::url).orElse(null),
                idp.logout().map(IdpDescription.Logout::responseUrl).orElse(null),
                idp.logout().map(IdpDescription.Logout::binding).orElse(null),
                earlier == null ? null : earlier.nameIdFormat(),
                earlier == null ? null : earlier.requestedAuthnContext(),
                earlier != null && earlier.forceAuthn(),
                idp.wantsSignedRequests() || (earlier != null && earlier.signRequests()),
                earlier == null ? Objects.requireNonNull(defaults.subject()) : earlier.subject(),
                earlier == null ? tolerant(defaults.attributes()) : earlier.attributes(),
                allowSha1Until))
        .map(described -> of(described, options, allowSha1Until));
  }

  private static SsoBinding keptBinding(IdpDescription idp, @Nullable SamlSettings earlier) {
    return earlier != null && idp.ssoUrls().containsKey(earlier.ssoBinding())
        ? earlier.ssoBinding()
        : idp.usualBinding();
  }

  /** The identity provider of an earlier revision, with other options. */
  static SamlSettings of(
      SamlSettings earlier, DraftOptions options, @Nullable Instant allowSha1Until) {
    return new SamlSettings(
        earlier.idpEntityId(),
        earlier.ssoUrl(),
        or(options.ssoBinding(), earlier.ssoBinding()),
        earlier.sloUrl(),
        earlier.sloResponseUrl(),
        earlier.sloBinding(),
        orNone(options.nameIdFormat(), earlier.nameIdFormat()),
        orNone(options.requestedAuthnContext(), earlier.requestedAuthnContext()),
        or(options.forceAuthn(), earlier.forceAuthn()),
        or(options.signRequests(), earlier.signRequests()),
        subject(options, earlier.subject()),
        attributes(options.attributes(), earlier.attributes()),
        allowSha1Until);
  }

  /** The provider's own names first, then those that others use: one error less for the admin. */
  private static AttributeNames tolerant(AttributeNames preferred) {
    AttributeMapping usual = AttributeMapping.usual();
    return new AttributeNames(
        joined(preferred.email(), usual.email()),
        joined(preferred.givenName(), usual.givenName()),
        joined(preferred.familyName(), usual.familyName()),
        joined(preferred.groups(), usual.groups()));
  }

  private static List<String> joined(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).distinct().toList();
  }

  private static SubjectSource subject(DraftOptions options, SubjectSource otherwise) {
    return options.subject() == null ? otherwise : options.subject().value();
  }

  private static AttributeNames attributes(
      DraftOptions.@Nullable Attributes chosen, AttributeNames otherwise) {
    return chosen == null ? otherwise : chosen.over(otherwise);
  }

  /** Empty asks for nothing, which is not the same as saying nothing. */
  private static @Nullable String orNone(@Nullable String chosen, @Nullable String otherwise) {
    return chosen == null ? otherwise : chosen.isBlank() ? null : chosen.strip();
  }

  private static <T> T or(@Nullable T chosen, T otherwise) {
    return chosen == null ? otherwise : chosen;
  }
}
