package dev.gatehouse.gateway.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.application.Application.ClientType;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API shows it.
 *
 * @param clientId the same as the id
 * @param clientSecret only in the answer that makes it
 */
record ApplicationView(
    Id id,
    Id clientId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientSecret,
    String name,
    ClientType clientType,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    @Nullable String initiateLoginUri,
    @Nullable String backchannelLogoutUri,
    boolean backchannelLogoutSessionRequired,
    Algorithm idTokenSignedResponseAlg,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static ApplicationView of(Application application) {
    return of(application, null);
  }

  static ApplicationView of(Application application, @Nullable String secret) {
    return new ApplicationView(
        application.id(),
        application.id(),
        secret,
        application.name(),
        application.clientType(),
        application.redirectUris(),
        application.postLogoutRedirectUris(),
        application.initiateLoginUri(),
        application.backchannelLogoutUri(),
        application.backchannelLogoutSessionRequired(),
        application.idTokenSignedResponseAlg(),
        application.createdAt(),
        application.updatedAt(),
        application.version());
  }

  @Override
  public String toString() {
    return "ApplicationView[" + id + "]";
  }
}
