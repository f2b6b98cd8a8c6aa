package dev.gatehouse.gateway.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.sealing.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The signing keys in the database; the private parts are sealed with our own keyset. */
@ApplicationScoped
class StoredKeys {

  private static final String ALL =
      "select kid, algorithm, public_key, sealed_private_key, active_from from signing_key"
          + " where withdrawn_at is null order by active_from, kid";

  private static final String INSERT =
      "insert into signing_key (kid, algorithm, public_key, sealed_private_key, published_at,"
          + " active_from) values ($1, $2, $3, $4, $5, $6)";

  private static final String WITHDRAW =
      "update signing_key set withdrawn_at = $2 where kid = $1 and withdrawn_at is null";

  /** Only one replica decides about keys at a time. */
  private static final String ALONE = "select 1 from pg_advisory_xact_lock(7305417)";

  private final Seal seal;
  private final Ids ids;

  StoredKeys(@Named("own") Seal seal, Clock clock) {
    this.seal = seal;
    this.ids = new Ids(clock);
  }

  Uni<Void> alone(SqlClient connection) {
    return connection.query(ALONE).execute().replaceWithVoid();
  }

  /** All that are published, those that will sign last included. */
  Uni<List<SigningKey>> published(SqlClient connection) {
    return connection
        .preparedQuery(ALL)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::read).toList());
  }

  Uni<Void> add(SqlClient connection, Algorithm algorithm, Instant now, Instant activeFrom) {
    String kid = ids.nextUuid().toString();
    KeyPair pair = SigningProvider.newKeyPair(algorithm);
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                kid,
                algorithm.name(),
                jwk(kid, algorithm, pair).toJSONString(),
                seal.seal(pair.getPrivate().getEncoded(), context(kid)),
                now.atOffset(ZoneOffset.UTC),
                activeFrom.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> withdraw(SqlClient connection, SigningKey key, Instant now) {
    return connection
        .preparedQuery(WITHDRAW)
        .execute(Tuple.of(key.kid(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private SigningKey read(Row row) {
    String kid = row.getString("kid");
    Algorithm algorithm = Algorithm.valueOf(row.getString("algorithm"));
    try {
      return new SigningKey(
          kid,
          algorithm,
          SigningProvider.readPrivateKey(
              algorithm, seal.open(row.getString("sealed_private_key"), context(kid))),
          JWK.parse(row.getString("public_key")),
          row.getOffsetDateTime("active_from").toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("The published key " + kid + " cannot be read", e);
    }
  }

  private static String context(String kid) {
    return "signing-key/" + kid;
  }

  private static JWK jwk(String kid, Algorithm algorithm, KeyPair pair) {
    return switch (algorithm) {
      case RS256 ->
          new RSAKey.Builder((RSAPublicKey) pair.getPublic())
              .keyID(kid)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .build();
      case ES256 ->
          new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
              .keyID(kid)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .build();
    };
  }
}
