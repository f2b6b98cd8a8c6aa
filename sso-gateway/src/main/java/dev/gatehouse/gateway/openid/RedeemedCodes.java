package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.log.SignInLog;
import dev.gatehouse.gateway.openid.Redemption.Redeemed;
import dev.gatehouse.gateway.openid.Redemption.UnknownClient;
import dev.gatehouse.gateway.openid.Redemption.UnknownCode;
import dev.gatehouse.gateway.openid.Redemption.Used;
import dev.gatehouse.gateway.openid.Redemption.Withdrawn;
import dev.gatehouse.gateway.projection.Standing;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Redeems codes in the database. */
@ApplicationScoped
class RedeemedCodes {

  /**
   * One round trip and one transaction: judges client, code and what it stands on, marks the code
   * as redeemed, writes the sign-in log, the session and the event. Of several at once the row lock
   * lets one through; the others find {@code redeemed_at} set when they get the lock, and redeem
   * nothing.
   */
  private static final String REDEEM =
      """
      with client as (
        select a.id, a.id_token_signed_response_alg as algorithm, case a.client_type
            when 'PUBLIC' then $3::bytea is null
            else exists (select from application_secret s
              where s.application = a.id and s.secret_hash = $3::bytea) end as authentic
        from application a where a.id = $2 and not a.deleted
      ), code as (
        select c.*, r.lapsed, r.organization_external_id, r.organization_slug, r.provider,
          r.connection is not null as routed, %s as blocked
        from authorization_code c
        left join route r on r.email_domain = c.email_domain and r.organization = c.organization
          and r.connection = c.connection and r.revision = c.revision
        where c.code_hash = $1
      ), redeemed as (
        update authorization_code c set redeemed_at = $6, access_token_hash = $7,
          access_token_expires_at = $8
        from code, client
        where c.code_hash = code.code_hash and c.redeemed_at is null and client.authentic
          and code.application = client.id and code.redirect_uri = $4
          and code.code_challenge = $5 and code.expires_at > $6
          and code.routed and not code.blocked
        returning c.code_hash
      ), announced as (
        insert into announced_person (person, at)
        select code.person, $6 from code, redeemed where code.just_in_time
        on conflict do nothing returning person
      ), logged as (
        insert into sign_in (id, organization, connection, revision, application, outcome, at,
          person, email)
        select sign_in, organization, connection, revision, application, 'succeeded', $6, person,
          email
        from code, redeemed on conflict (id) do nothing
      ), kept as (
        insert into application_session (id, application, organization, connection, person,
          idp_session_key, idp_session_sid_key, idp_session, at)
        select sign_in, application, organization, connection, person,
          claims -> 'idpSession' ->> 'key', claims -> 'idpSession' ->> 'sidKey',
          claims -> 'idpSession' ->> 'sealed', $6
        from code, redeemed on conflict (id) do nothing
      ), published as (
        insert into outbox (event_id, topic, key, type, subject, organization, actor, traceparent,
          occurred_at, data)
        select $9, $10, organization, 'dev.gatehouse.SignInSucceeded.v1', sign_in, organization,
          'person:' || code.person, $11::text, $6, jsonb_build_object('id', sign_in,
            'organization', organization, 'connection', connection, 'revision', revision,
            'application', application, 'outcome', 'succeeded', 'at', $12::text,
            'person', code.person, 'member', member, 'justInTime', announced.person is not null,
            'email', email, 'givenName', claims -> 'givenName',
            'familyName', claims -> 'familyName', 'reference', null,
            'reasons', '[]'::jsonb)::text
        from code cross join redeemed left join announced on true
      )
      select client.algorithm, client.authentic, code.*, code.claims::text as claims_text,
        code.application = client.id as own, redeemed.code_hash is not null as redeemed,
        code.redirect_uri = $4 and code.code_challenge = $5 and code.expires_at > $6 as fits
      from client left join code on true left join redeemed on true
      """
          .formatted(Standing.blocked("c.organization", "c.person", "c.email"));

  private static final String REVOKE =
      "update authorization_code set access_token_revoked_at = $2"
          + " where code_hash = $1 and access_token_revoked_at is null";

  private final Pool pool;
  private final ObjectMapper json;
  private final Ids ids;

  RedeemedCodes(Pool pool, ObjectMapper json, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.ids = new Ids(clock);
  }

  /**
   * What a request shows, as hashes.
   *
   * @param secret null when none was shown
   * @param challenge of the verifier
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shown(
      Id client, byte @Nullable [] secret, byte[] code, String redirectUri, String challenge) {}

  /** The access token that the code is exchanged for. */
  @SuppressWarnings("ArrayRecordComponent")
  record AccessToken(byte[] hash, Instant expiresAt) {}

  Uni<Redemption> redeem(Shown shown, AccessToken token, @Nullable String trace, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(REDEEM)
        .execute(
            Tuple.tuple()
                .addValue(Buffer.buffer(shown.code()))
                .addString(shown.client().toString())
                .addValue(shown.secret() == null ? null : Buffer.buffer(shown.secret()))
                .addString(shown.redirectUri())
                .addString(shown.challenge())
                .addOffsetDateTime(at)
                .addValue(Buffer.buffer(token.hash()))
                .addOffsetDateTime(token.expiresAt().atOffset(ZoneOffset.UTC))
                .addUUID(ids.nextUuid())
                .addString(SignInLog.TOPIC)
                .addString(trace)
                .addString(now.toString()))
        .map(rows -> rows.size() == 0 ? new UnknownClient() : judge(rows.iterator().next()));
  }

  /** The access token that the code was exchanged for opens nothing from now on. */
  Uni<Void> revoke(byte[] code, Instant now) {
    return pool.preparedQuery(REVOKE)
        .execute(Tuple.of(Buffer.buffer(code), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Redemption judge(Row row) {
    if (!row.getBoolean("authentic")) {
      return new UnknownClient();
    }
    if (row.getValue("code_hash") == null) {
      return new UnknownCode();
    }
    if (row.getBoolean("redeemed")) {
      return new Redeemed(read(row, claimsOf(row)), Algorithm.valueOf(row.getString("algorithm")));
    }
    if (row.getValue("redeemed_at") != null) {
      return new Used();
    }
    if (!row.getBoolean("own") || !row.getBoolean("fits")) {
      return new UnknownCode();
    }
    if (!row.getBoolean("routed") || row.getBoolean("blocked")) {
      return withdrawn(row);
    }
    // Everything was in order, and yet it was not ours to redeem: somebody else was faster.
    return new Used();
  }

  private static Withdrawn withdrawn(Row row) {
    return new Withdrawn(
        Id.parse(IdKind.SIGN_IN, row.getString("sign_in")),
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Id.parse(IdKind.REVISION, row.getString("revision")),
        Id.parse(IdKind.PERSON, row.getString("person")),
        row.getString("email"),
        row.getBoolean("blocked") ? "member_blocked" : "withdrawn_before_redemption");
  }

  private PersonClaims claimsOf(Row row) {
    try {
      return json.readValue(row.getString("claims_text"), PersonClaims.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored claims cannot be read", e);
    }
  }

  /** Reads what userinfo shows as well. */
  static RedeemedCode read(Row row, PersonClaims claims) {
    return new RedeemedCode(
        row.getString("sign_in"),
        row.getString("application"),
        row.getString("nonce"),
        row.getString("scope"),
        row.getString("person"),
        row.getString("email"),
        !row.getBoolean("lapsed"),
        row.getString("organization"),
        row.getString("organization_external_id"),
        row.getString("organization_slug"),
        row.getString("connection"),
        row.getString("provider"),
        claims);
  }
}
