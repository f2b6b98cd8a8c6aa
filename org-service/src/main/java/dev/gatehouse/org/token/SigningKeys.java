package dev.gatehouse.org.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.sealing.Seal;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that sign access tokens. One is made at the first start, before the service answers, so
 * that every key is published before it signs.
 */
@ApplicationScoped
class SigningKeys {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long ONE_REPLICA_MAKES_IT = 0x6f72_672d_6b65_79L;

  private final Pool pool;
  private final Seal seal;
  private final Clock clock;
  private final Ids ids;

  SigningKeys(Pool pool, @Named("own") Seal seal, Clock clock) {
    this.pool = pool;
    this.seal = seal;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  void ensureOne(@Observes StartupEvent start) {
    pool.withTransaction(transaction ->
            transaction
                .query("select pg_advisory_xact_lock(" + ONE_REPLICA_MAKES_IT + ")")
                .execute()
                .flatMap(locked -> transaction.query("select count(*) from signing_key").execute())
                .flatMap(rows ->
                    rows.iterator().next().getLong(0) > 0
                        ? Uni.createFrom().voidItem()
                        : insert(transaction)))
        .await()
        .atMost(PATIENCE);
  }

  /** The newest key, private part included. */
  Uni<ECKey> current() {
    return pool.query(
            "select kid, sealed_private_jwk from signing_key order by created_at desc, kid desc"
                + " limit 1")
        .execute()
        .map(rows -> open(rows.iterator().next()));
  }

  /** The public parts of all keys. */
  Uni<JWKSet> published() {
    return pool.query("select public_jwk from signing_key order by created_at")
        .execute()
        .map(rows -> {
          List<JWK> keys = new ArrayList<>();
          rows.forEach(row -> keys.add(parse(row.getString(0)).toPublicJWK()));
          return new JWKSet(keys);
        });
  }

  private Uni<Void> insert(SqlClient transaction) {
    ECKey key = generate(ids.nextUuid().toString());
    byte[] secret = key.toJSONString().getBytes(StandardCharsets.UTF_8);
    return transaction
        .preparedQuery(
            "insert into signing_key (kid, public_jwk, sealed_private_jwk, created_at)"
                + " values ($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                key.getKeyID(),
                key.toPublicJWK().toJSONString(),
                seal.seal(secret, context(key.getKeyID())),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private ECKey open(Row row) {
    byte[] secret = seal.open(row.getString("sealed_private_jwk"), context(row.getString("kid")));
    return parse(new String(secret, StandardCharsets.UTF_8));
  }

  private static String context(String kid) {
    return "signing_key/" + kid + "/private_jwk";
  }

  private static ECKey generate(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot make a signing key", e);
    }
  }

  private static ECKey parse(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("A stored signing key is not readable", e);
    }
  }
}
