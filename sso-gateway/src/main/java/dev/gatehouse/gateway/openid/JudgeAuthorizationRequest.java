package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.application.Application;
import dev.gatehouse.gateway.application.Applications;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Unanswerable;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Valid;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out which application asks and whether the redirect URI is its own, then reads the rest.
 */
@ApplicationScoped
class JudgeAuthorizationRequest {

  private final Applications applications;

  JudgeAuthorizationRequest(Applications applications) {
    this.applications = applications;
  }

  Uni<AuthorizationVerdict> judge(Parameters parameters) {
    return clientId(parameters)
        .map(id ->
            applications
                .byId(id)
                .map(found ->
                    found
                        .map(application -> judge(application, parameters))
                        .orElseGet(JudgeAuthorizationRequest::unknownApplication)))
        .orElseGet(() -> Uni.createFrom().item(unknownApplication()));
  }

  /** Only what is right: what is wrong may be so by what has changed since. */
  Optional<Valid> byRemembered(Parameters parameters) {
    return clientId(parameters)
        .flatMap(applications::remembered)
        .map(application -> judge(application, parameters))
        .filter(Valid.class::isInstance)
        .map(Valid.class::cast);
  }

  private static AuthorizationVerdict judge(Application application, Parameters parameters) {
    String redirectUri = parameters.get("redirect_uri");
    // Character for character (RFC 9700 section 2.1): no prefix, no pattern, no other port.
    if (redirectUri == null
        || parameters.isRepeated("redirect_uri")
        || !application.redirectUris().contains(redirectUri)) {
      return new Unanswerable(Interruption.REDIRECT_URI_UNREGISTERED, application.id());
    }
    return new ReadAuthorizationRequest(application, redirectUri, parameters).read();
  }

  private static AuthorizationVerdict unknownApplication() {
    return new Unanswerable(Interruption.APPLICATION_UNKNOWN, null);
  }

  private static Optional<Id> clientId(Parameters parameters) {
    String id = parameters.get("client_id");
    if (id == null || parameters.isRepeated("client_id")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Id.parse(IdKind.APPLICATION, id));
    } catch (MalformedId e) {
      return Optional.empty();
    }
  }
}
