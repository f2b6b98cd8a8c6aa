package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Verdict.JudgedWith;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.OidcSettings.Subject;
import dev.gatehouse.gateway.projection.OidcSettings.Subject.Source;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.idtoken.VerifiedIdentity;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a person is recognised by, and which provider's rules that takes. */
final class Subjects {

  private static final int LONGEST = 255; // as Core 2 says of sub

  /** People and administrators can change these, so they name nobody for long. */
  private static final Set<String> CHANGEABLE =
      Set.of(
          "email",
          "upn",
          "preferred_username",
          "unique_name",
          "name",
          "given_name",
          "family_name",
          "nickname",
          "phone_number");

  private static final Subject USUAL = new Subject(Source.SUB, null);

  private Subjects() {}

  private static Subject of(OidcSettings settings) {
    return Optional.ofNullable(settings.subject()).orElse(USUAL);
  }

  static boolean isEntra(OidcSettings settings) {
    return new Issuer(settings.issuer()).isEntra()
        || of(settings).source() == Source.ENTRA_OBJECT_ID;
  }

  static boolean isWorkspace(OidcSettings settings) {
    return new Issuer(settings.issuer()).isGoogle() || !settings.hostedDomains().isEmpty();
  }

  /**
   * The issuer's own rules, and those that the connection asks for at an issuer that we do not know
   * to be Microsoft's or Google's: rules are only ever added. Empty if the issuer names no tenant.
   */
  static Optional<ProviderRules> rules(OidcSettings settings) {
    Issuer issuer = new Issuer(settings.issuer());
    if (isEntra(settings)) {
      return issuer
          .entraTenant()
          .or(() -> issuer.isEntra() ? Optional.empty() : tenantInPath(issuer))
          .map(ProviderRules.Entra::new);
    }
    return Optional.of(
        isWorkspace(settings)
            ? new ProviderRules.Google(Set.copyOf(settings.hostedDomains()))
            : new ProviderRules.Generic());
  }

  private static Optional<UUID> tenantInPath(Issuer issuer) {
    try {
      return Optional.of(UUID.fromString(URI.create(issuer.value()).getPath().split("/", 3)[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notATenant) {
      return Optional.empty();
    }
  }

  /**
   * The person's key.
   *
   * @param signed the claims of the ID token alone: UserInfo is not signed
   */
  static Optional<String> key(OidcSettings settings, VerifiedIdentity identity, JsonObject signed) {
    return switch (of(settings).source()) {
      case SUB -> Optional.of(identity.subject());
      case ENTRA_OBJECT_ID -> Optional.of(identity.subjectKey());
      case CLAIM -> claim(settings).flatMap(signed::text).filter(it -> it.length() <= LONGEST);
    };
  }

  /** The claim that names people, if it is one that may. */
  static Optional<String> claim(OidcSettings settings) {
    return Optional.ofNullable(of(settings).claim())
        .filter(name -> !CHANGEABLE.contains(name.toLowerCase(Locale.ROOT)));
  }

  static JudgedWith judgedWith(KnownConnection connection, OidcSettings settings) {
    return new JudgedWith(
        settings.issuer(), source(settings), List.of(), connection.epoch(), connection.version());
  }

  /** A name for where the subject comes from; the same words mean another person elsewhere. */
  private static String source(OidcSettings settings) {
    return switch (of(settings).source()) {
      case SUB -> "sub";
      case CLAIM -> "claim:" + of(settings).claim();
      case ENTRA_OBJECT_ID -> "entra_object_id";
    };
  }
}
