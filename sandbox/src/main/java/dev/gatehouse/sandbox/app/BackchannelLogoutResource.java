package dev.gatehouse.sandbox.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.text.ParseException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hears that somebody was signed out elsewhere (OpenID Connect Back-Channel Logout 1.0). */
@Path("/app/backchannel-logout")
final class BackchannelLogoutResource {
  private static final Logger LOG = Logger.getLogger(BackchannelLogoutResource.class);
  private static final int MILLIS = 10_000;

  private final CurrentAppSettings settings;
  private final Visits visits;

  BackchannelLogoutResource(CurrentAppSettings settings, Visits visits) {
    this.settings = settings;
    this.visits = visits;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Blocking
  public Response logout(@FormParam("logout_token") @Nullable String token) {
    try {
      LogoutTokenClaimsSet claims = validate(JWTParser.parse(String.valueOf(token)));
      int ended =
          visits.signOutElsewhere(
              claims.getIssuer().getValue(),
              claims.getSubject() == null ? null : claims.getSubject().getValue(),
              claims.getSessionID() == null ? null : claims.getSessionID().getValue());
      LOG.infof("Signed out elsewhere sessions=%d", ended);
      return Response.ok().header("Cache-Control", "no-store").build();
    } catch (ParseException | BadJOSEException | JOSEException | GeneralException | IOException e) {
      LOG.infof("Not a logout token for us: %s", e.getMessage());
      return Response.status(400).header("Cache-Control", "no-store").build();
    }
  }

  private LogoutTokenClaimsSet validate(JWT token)
      throws BadJOSEException, JOSEException, GeneralException, IOException {
    AppSettings now = settings.get();
    OIDCProviderMetadata provider =
        OIDCProviderMetadata.resolve(new Issuer(now.issuer()), MILLIS, MILLIS);
    var keys = JWKSourceBuilder.create(provider.getJWKSetURI().toURL()).build();
    return new LogoutTokenValidator(
            provider.getIssuer(),
            new ClientID(now.clientId()),
            true,
            new JWSVerificationKeySelector<SecurityContext>(
                Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys),
            null)
        .validate(token);
  }
}
