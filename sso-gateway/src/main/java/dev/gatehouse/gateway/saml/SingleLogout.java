package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.gateway.projection.SamlSettings;
import dev.gatehouse.gateway.projection.SamlSettings.SsoBinding;
import dev.gatehouse.gateway.session.IdpSession;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutMessage;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutSubject;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.RequestSigningKey;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.UnverifiedLogout;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Speaks single logout with a connection's identity provider (SAML Profiles 4.4). */
@Singleton
public class SingleLogout {

  private static final Duration VALID = Duration.ofMinutes(5);

  /** Answers a LogoutRequest with an error page, whatever its metadata may say one day. */
  private static final String GOOGLE = "google-workspace";

  private final SamlServiceProvider saml;
  private final ServiceProviderKeys keys;
  private final SamlConfig config;
  private final Workers workers;
  private final Clock clock;
  private final String publicUrl;

  SingleLogout(
      SamlServiceProvider saml,
      ServiceProviderKeys keys,
      SamlConfig config,
      Workers workers,
      Clock clock,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.saml = saml;
    this.keys = keys;
    this.config = config;
    this.workers = workers;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Where both sides' messages for a connection arrive. */
  String address(KnownConnection connection) {
    return publicUrl + "/saml/" + connection.id().bare() + "/slo";
  }

  /** A request to end the session; empty where the identity provider knows no single logout. */
  public Uni<Optional<OutgoingLogout>> ask(
      KnownConnection connection, IdpSession session, String requestId, String relayState) {
    Optional<Partner> partner = partner(connection);
    if (partner.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return workers.run(() -> {
      Instant now = clock.instant();
      LogoutMessage request =
          new LogoutMessage.Request(
              requestId,
              connection.serviceProvider().entityId(),
              partner.get().sloUrl(),
              now,
              now.plus(VALID),
              subject(session),
              Optional.of(relayState),
              partner.get().key());
      return Optional.of(outgoing(partner.get(), request, "SAMLRequest"));
    });
  }

  /** An answer to a verified request; empty where there is no address to answer at. */
  public Uni<Optional<OutgoingLogout>> answer(
      KnownConnection connection,
      String responseId,
      String inResponseTo,
      LogoutStatus status,
      Optional<String> relayState) {
    Optional<Partner> partner = partner(connection);
    if (partner.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return workers.run(() -> {
      LogoutMessage response =
          new LogoutMessage.Response(
              responseId,
              connection.serviceProvider().entityId(),
              partner.get().sloResponseUrl(),
              clock.instant(),
              inResponseTo,
              status,
              relayState,
              partner.get().key());
      return Optional.of(outgoing(partner.get(), response, "SAMLResponse"));
    });
  }

  /** Whether a message proves that the connection's identity provider said it. */
  public Uni<LogoutVerdict> judge(
      KnownConnection connection, UnverifiedLogout message, Optional<String> inResponseTo) {
    SamlSettings settings = settings(connection);
    if (settings == null) {
      return Uni.createFrom()
          .item(new LogoutVerdict.Rejected(Reason.of(ReasonCode.ISSUER_MISMATCH, "SAML", "")));
    }
    return workers.run(() -> {
      Instant now = clock.instant();
      LogoutExpectations expected =
          new LogoutExpectations(
              address(connection),
              settings.idpEntityId(),
              connection.trustedKeys().stream()
                  .map(key -> IdpCertificate.parse(key.certificate()))
                  .toList(),
              SamlExpectations.policy(settings, now),
              keys.decryption(connection),
              config.clockSkew(),
              inResponseTo);
      return saml.judgeLogout(message, expected, now);
    });
  }

  /** Somebody to speak single logout with, and the key to do it: every message is signed. */
  private record Partner(
      String sloUrl, String sloResponseUrl, SsoBinding binding, RequestSigningKey key) {}

  private Optional<Partner> partner(KnownConnection connection) {
    SamlSettings settings = settings(connection);
    if (settings == null || settings.sloUrl() == null || connection.provider().equals(GOOGLE)) {
      return Optional.empty();
    }
    String sloUrl = settings.sloUrl();
    String responseUrl = settings.sloResponseUrl();
    SsoBinding binding = settings.sloBinding();
    return keys.signing(connection)
        .map(key ->
            new Partner(
                sloUrl,
                responseUrl == null ? sloUrl : responseUrl,
                binding == null ? SsoBinding.REDIRECT : binding,
                key));
  }

  private OutgoingLogout outgoing(Partner partner, LogoutMessage message, String field) {
    return switch (partner.binding()) {
      case REDIRECT -> new OutgoingLogout.Redirect(saml.logoutRedirect(message));
      case POST ->
          new OutgoingLogout.Post(
              URI.create(message.destination()),
              field,
              saml.logoutPost(message),
              message.relayState());
    };
  }

  private static LogoutSubject subject(IdpSession session) {
    return new LogoutSubject(
        session.nameId(),
        Optional.ofNullable(session.nameIdFormat()),
        Optional.ofNullable(session.sessionIndex()).map(List::of).orElse(List.of()));
  }

  private static @Nullable SamlSettings settings(KnownConnection connection) {
    return connection.liveOrDraft().map(Revision::saml).orElse(null);
  }
}
