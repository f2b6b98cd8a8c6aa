package dev.gatehouse.org.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues the tokens that open the admin APIs (RFC 9068), good for five minutes. */
@ApplicationScoped
public class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(5);
  static final String OPERATOR_SCOPE = "operator";
  private static final String AUDIENCE = "urn:gatehouse:admin";

  private final SigningKeys keys;
  private final Clock clock;
  private final Ids ids;
  private final String issuer;

  AccessTokens(
      SigningKeys keys,
      Clock clock,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.keys = keys;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.issuer = publicUrl + "/v1/oauth";
  }

  /** A signed token and when it expires. */
  public record Issued(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[expiresAt=" + expiresAt + "]";
    }
  }

  String issuer() {
    return issuer;
  }

  /** For a client that authenticated itself. */
  Uni<Issued> forOperator(String client) {
    return issue(client, client, claims -> claims.claim("scope", OPERATOR_SCOPE));
  }

  /** For one member of one organization; which client asked for it stands in the token. */
  public Uni<Issued> forMember(Id organization, Id member, String client) {
    return issue(
        member.toString(), client, claims -> claims.claim("organization", organization.toString()));
  }

  /** For whoever holds a set-up link: these steps of one organization. */
  public Uni<Issued> forSetupLink(Id organization, Id link, Set<Step> steps) {
    return issue(
        link.toString(),
        link.toString(),
        claims ->
            claims
                .claim("organization", organization.toString())
                .claim("scope", Step.scope(steps)));
  }

  private Uni<Issued> issue(
      String subject, String client, UnaryOperator<JWTClaimsSet.Builder> more) {
    Instant now = clock.instant();
    Instant expires = now.plus(LIFETIME);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(AUDIENCE)
            .subject(subject)
            .claim("client_id", client)
            .jwtID(ids.nextUuid().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expires));
    JWTClaimsSet complete = more.apply(claims).build();
    return keys.current().map(key -> new Issued(sign(complete, key), expires));
  }

  private static String sign(JWTClaimsSet claims, ECKey key) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType("at+jwt"))
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key does not sign", e);
    }
  }
}
