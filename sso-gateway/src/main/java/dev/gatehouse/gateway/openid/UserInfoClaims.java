package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.projection.Standing;
import dev.gatehouse.gateway.random.RandomTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an access token opens, for its five minutes, while the sign-in it came from stands. */
@ApplicationScoped
class UserInfoClaims {

  private static final String BY_TOKEN =
      """
      select c.*, c.claims::text as claims_text, r.lapsed, r.organization_external_id,
        r.organization_slug, r.provider
      from authorization_code c
      join application a on a.id = c.application and not a.deleted
      join route r on r.email_domain = c.email_domain and r.organization = c.organization
        and r.connection = c.connection
      where c.access_token_hash = $1 and c.access_token_expires_at > $2
        and c.access_token_revoked_at is null and not %s
      """
          .formatted(Standing.blocked("c.organization", "c.person", "c.email"));

  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  UserInfoClaims(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  /** Empty when the token opens nothing. */
  Uni<Optional<Map<String, Object>>> of(String accessToken) {
    return pool.preparedQuery(BY_TOKEN)
        .execute(
            Tuple.of(
                Buffer.buffer(RandomTokens.hash(accessToken)),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .map(rows ->
            rows.size() == 0 ? Optional.empty() : Optional.of(claims(rows.iterator().next())));
  }

  private Map<String, Object> claims(Row row) {
    RedeemedCode code = RedeemedCodes.read(row, claimsOf(row));
    Map<String, Object> claims = code.identity();
    code.claims().name().ifPresent(name -> claims.put("name", name));
    List<String> scope = List.of(code.scope().split(" ", -1));
    if (scope.contains("attributes")) {
      claims.put("attributes", code.claims().attributes());
    }
    if (scope.contains("groups")) {
      claims.put("groups", code.claims().groups());
    }
    return claims;
  }

  private PersonClaims claimsOf(Row row) {
    try {
      return json.readValue(row.getString("claims_text"), PersonClaims.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored claims cannot be read", e);
    }
  }
}
