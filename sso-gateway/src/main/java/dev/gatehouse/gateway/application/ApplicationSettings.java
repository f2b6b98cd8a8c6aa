package dev.gatehouse.gateway.application;

import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.application.Application.ClientType;
import dev.gatehouse.ids.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators say about an application when they register or change it. */
final class ApplicationSettings {

  private ApplicationSettings() {}

  /** A new application. */
  record NewApplication(
      @NotBlank @Size(max = 200) String name,
      @NotEmpty @Size(max = 50) List<@NotNull String> redirectUris,
      @Nullable ClientType clientType,
      @Nullable Algorithm idTokenSignedResponseAlg,
      @Nullable String initiateLoginUri,
      @Size(max = 50) @Nullable List<@NotNull String> postLogoutRedirectUris,
      @Nullable String backchannelLogoutUri,
      @Nullable Boolean backchannelLogoutSessionRequired) {

    Application as(Id id, Instant now) {
      return new Application(
          id,
          name.strip(),
          clientType == null ? ClientType.CONFIDENTIAL : clientType,
          RedirectUri.requireAll(redirectUris),
          postLogoutRedirectUris == null
              ? List.of()
              : RedirectUri.requireAll(postLogoutRedirectUris),
          RedirectUri.requireOptional(initiateLoginUri),
          ServerUri.requireOptional(backchannelLogoutUri),
          backchannelLogoutSessionRequired != null && backchannelLogoutSessionRequired,
          idTokenSignedResponseAlg == null ? Algorithm.RS256 : idTokenSignedResponseAlg,
          now,
          now,
          1);
    }
  }

  /** What is not named stays; an empty text takes a URI away. */
  record ChangedApplication(
      @Size(min = 1, max = 200) @Nullable String name,
      @Size(min = 1, max = 50) @Nullable List<@NotNull String> redirectUris,
      @Nullable Algorithm idTokenSignedResponseAlg,
      @Nullable String initiateLoginUri,
      @Size(max = 50) @Nullable List<@NotNull String> postLogoutRedirectUris,
      @Nullable String backchannelLogoutUri,
      @Nullable Boolean backchannelLogoutSessionRequired) {

    Application appliedTo(Application before, Instant now) {
      return new Application(
          before.id(),
          name == null ? before.name() : name.strip(),
          before.clientType(),
          redirectUris == null ? before.redirectUris() : RedirectUri.requireAll(redirectUris),
          postLogoutRedirectUris == null
              ? before.postLogoutRedirectUris()
              : RedirectUri.requireAll(postLogoutRedirectUris),
          initiateLoginUri == null
              ? before.initiateLoginUri()
              : RedirectUri.requireOptional(initiateLoginUri),
          backchannelLogoutUri == null
              ? before.backchannelLogoutUri()
              : ServerUri.requireOptional(backchannelLogoutUri),
          backchannelLogoutSessionRequired == null
              ? before.backchannelLogoutSessionRequired()
              : backchannelLogoutSessionRequired,
          idTokenSignedResponseAlg == null
              ? before.idTokenSignedResponseAlg()
              : idTokenSignedResponseAlg,
          before.createdAt(),
          now,
          before.version() + 1);
    }
  }
}
