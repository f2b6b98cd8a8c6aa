package dev.gatehouse.sandbox.idp.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.key.IdpKey;
import dev.gatehouse.sandbox.idp.key.IdpKeys;
import dev.gatehouse.sandbox.idp.person.Person;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes ID tokens, correct or with those of the faults that a token can have. */
@Singleton
final class IdToken {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final IdpKeys keys;
  private final OidcAddress address;
  private final Clock clock;

  IdToken(IdpKeys keys, OidcAddress address, Clock clock) {
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  String write(Grant grant) {
    JWTClaimsSet claims = claims(grant);
    return switch (grant.fault()) {
      case UNSIGNED -> new PlainJWT(claims).serialize();
      case WRONG_KEY -> sign(claims, keys.stranger(), keys.current().fingerprint());
      case TAMPERED -> tamper(sign(claims, keys.current(), keys.current().fingerprint()));
      case NONE,
          EXPIRED,
          NOT_YET_VALID,
          WRONG_AUDIENCE,
          WRONG_RECIPIENT,
          WRONG_DESTINATION,
          WRONG_ISSUER,
          SHA1,
          REPLAY,
          UNSOLICITED,
          FOREIGN_IN_RESPONSE_TO,
          STATUS_FAILED,
          NO_EMAIL,
          FOREIGN_DOMAIN,
          TWO_ASSERTIONS ->
          sign(claims, keys.current(), keys.current().fingerprint());
    };
  }

  /** What userinfo says too. */
  static Map<String, Object> about(Grant grant) {
    Person person = grant.person();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", person.subject());
    if (grant.fault() != Fault.NO_EMAIL) {
      String local = person.email().substring(0, person.email().indexOf('@'));
      claims.put(
          "email",
          grant.fault() == Fault.FOREIGN_DOMAIN ? local + "@evil.example" : person.email());
      claims.put("email_verified", true);
    }
    claims.put("name", person.name());
    claims.put("given_name", person.firstName());
    claims.put("family_name", person.lastName());
    return claims;
  }

  Map<String, Object> keySet() {
    List<JWK> jwks =
        keys.all().stream()
            .<JWK>map(key ->
                new RSAKey.Builder((RSAPublicKey) key.certificate().getPublicKey())
                    .keyID(key.fingerprint())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build())
            .toList();
    return new JWKSet(jwks).toJSONObject();
  }

  private JWTClaimsSet claims(Grant grant) {
    Fault fault = grant.fault();
    Instant now = clock.instant();
    Instant issuedAt =
        switch (fault) {
          case EXPIRED -> now.minus(HOUR);
          case NOT_YET_VALID -> now.plus(HOUR);
          default -> now;
        };
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(
                fault == Fault.WRONG_ISSUER ? "https://somewhere-else.example" : address.issuer())
            .audience(
                fault == Fault.WRONG_AUDIENCE
                    ? "somewhere-else"
                    : grant.request().client().clientId())
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(issuedAt.plus(LIFE)))
            .claim("auth_time", grant.at().getEpochSecond())
            .claim("amr", List.of("pwd"))
            .claim("nonce", nonce(grant));
    about(grant).forEach(claims::claim);
    return claims.build();
  }

  private static @Nullable String nonce(Grant grant) {
    return grant.fault() == Fault.FOREIGN_IN_RESPONSE_TO || grant.fault() == Fault.UNSOLICITED
        ? Tokens.random(8)
        : grant.request().get("nonce");
  }

  private static String sign(JWTClaimsSet claims, IdpKey key, String keyId) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key.privateKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The JDK could not sign.", e);
    }
    return token.serialize();
  }

  private static String tamper(String token) {
    String[] parts = token.split("\\.");
    String claims = Base64URL.from(parts[1]).decodeToString();
    String forged = claims.replaceAll("\"email\":\"[^\"@]+@", "\"email\":\"ceo@");
    return parts[0] + "." + Base64URL.encode(forged) + "." + parts[2];
  }
}
