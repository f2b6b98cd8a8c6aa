package dev.gatehouse.gateway.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Recognises ID tokens that we issued, however long ago (OpenID Connect RP-Initiated Logout 1.0
 * section 2): with a key that has been withdrawn since as well, for it was ours when it signed.
 */
@ApplicationScoped
public class IdTokenHints {

  private static final int LONGEST = 16 * 1024;
  private static final JOSEObjectType ID_TOKEN = new JOSEObjectType("JWT");

  private static final String KEY = "select algorithm, public_key from signing_key where kid = $1";

  private final Pool pool;
  private final SigningWorkers workers;
  private final String issuer;

  IdTokenHints(
      Pool pool,
      SigningWorkers workers,
      @ConfigProperty(name = "gatehouse.public-url") String issuer) {
    this.pool = pool;
    this.workers = workers;
    this.issuer = issuer;
  }

  private record Key(Algorithm algorithm, String published) {}

  /** Empty unless it is an ID token of ours with a signature that holds. */
  public Uni<Optional<IdTokenHint>> read(String text) {
    Optional<SignedJWT> token = parsed(text);
    if (token.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return pool.preparedQuery(KEY)
        .execute(Tuple.of(token.get().getHeader().getKeyID()))
        .flatMap(rows -> {
          if (rows.size() == 0) {
            return Uni.createFrom().item(Optional.<IdTokenHint>empty());
          }
          var row = rows.iterator().next();
          Key key =
              new Key(Algorithm.valueOf(row.getString("algorithm")), row.getString("public_key"));
          return workers.run(
              () -> isSignedBy(token.get(), key) ? claims(token.get()) : Optional.empty());
        });
  }

  /** A logout token is signed by the same keys and names the same things, but it is no ID token. */
  private static Optional<SignedJWT> parsed(String text) {
    try {
      if (text.length() > LONGEST) {
        return Optional.empty();
      }
      SignedJWT token = SignedJWT.parse(text);
      boolean ours =
          ID_TOKEN.equals(token.getHeader().getType()) && token.getHeader().getKeyID() != null;
      return ours ? Optional.of(token) : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isSignedBy(SignedJWT token, Key key) {
    try {
      JWK published = JWK.parse(key.published());
      JWSVerifier verifier =
          switch (key.algorithm()) {
            case RS256 -> new RSASSAVerifier(published.toRSAKey());
            case ES256 -> new ECDSAVerifier(published.toECKey());
          };
      // The key says which algorithm, never the token.
      return token.getHeader().getAlgorithm().equals(JWSAlgorithm.parse(key.algorithm().name()))
          && token.verify(verifier);
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private Optional<IdTokenHint> claims(SignedJWT token) {
    try {
      JWTClaimsSet claims = token.getJWTClaimsSet();
      List<String> audience = claims.getAudience();
      String subject = claims.getSubject();
      String sid = claims.getStringClaim("sid");
      if (!issuer.equals(claims.getIssuer())
          || audience.size() != 1
          || subject == null
          || sid == null) {
        return Optional.empty();
      }
      return Optional.of(
          new IdTokenHint(
              Id.parse(IdKind.APPLICATION, audience.getFirst()),
              Id.parse(IdKind.PERSON, subject),
              Id.parse(IdKind.SIGN_IN, sid)));
    } catch (ParseException | MalformedId e) {
      return Optional.empty();
    }
  }
}
