package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.openid.Codes;
import dev.gatehouse.gateway.openid.IssuedCode;
import dev.gatehouse.gateway.openid.PersonClaims;
import dev.gatehouse.gateway.session.SealedIdpSession;
import dev.gatehouse.gateway.signin.People.Identity;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Almost every sign-in: of somebody known, about whom nothing has changed, and whom nothing
 * forbids. One statement, which is one transaction and one round trip, reads the situation,
 * consumes the assertion and the request, and writes the code. Where any of it does not hold it
 * mints nothing, and {@link CompleteSignIn} goes the long way, which finds out and records why.
 */
@Singleton
class MintForKnown {

  /**
   * Each step feeds on the one before: no row of {@code clear}, no assertion used; none used, no
   * request finished; none finished, no code. A null anywhere in the conditions refuses, and so
   * does a verdict that is not the stored one: ours may only be remembered.
   *
   * <p>It need not wait for the disk: a code opens nothing until it is redeemed, and the redemption
   * waits, for itself and for everything that was committed before it.
   */
  private static final String MINT =
      "with "
          + Situations.NOW
          + """
          , clear as (
            select n.person, n.member, n.member is null and not n.joined as just_in_time
            from now n
            where not n.organization_gone and n.live and not n.suspended and n.same_revision
              and n.keys_trusted and n.lapsed is not null and not n.blocked
              and n.person is not null and n.email = $13::text
              and (n.invited is null or n.invited = n.member)
              and exists (select from sign_in_attempt a
                where a.id = $1 and a.finished_at is null and a.verdict = $25::text)
          ), used as (
            insert into used_assertion (connection, assertion, until)
            select $3, $14::text, $15::timestamptz from clear
            on conflict do nothing returning 1
          ), done as (
            update sign_in_attempt set finished_at = $2, verdict = null
            from used where id = $1 and finished_at is null
            returning 1
          )
          insert into authorization_code (\
          """
          + Codes.COLUMNS
          + """
          )
          select $16::bytea, $17::text, $18::text, $19::text, $20::text, $21::text, $1,
            $22::text, $3, $7, clear.person, $13, $8, clear.member, clear.just_in_time,
            $23::text::jsonb, $2, $24::timestamptz
          from clear cross join done\
          """
          + Attempts.WITHOUT_WAITING;

  private final Pool pool;
  private final Codes codes;

  MintForKnown(Pool pool, Codes codes) {
    this.pool = pool;
    this.codes = codes;
  }

  /** The code, if everything was in order; else nothing is signed in and no code exists. */
  Uni<Optional<IssuedCode>> mint(
      Attempt attempt,
      AuthorizationRequest request,
      Verdict.Accepted accepted,
      EmailAddress email,
      @Nullable SealedIdpSession idpSession,
      Instant now) {
    IssuedCode code = codes.next();
    Identity identity =
        new Identity(attempt.connection(), accepted.with(), accepted.subject().key());
    Tuple parameters =
        Situations.parameters(attempt, identity, email, now)
            .addString(LinkedPerson.canonical(email))
            .addString(accepted.singleUse().id())
            .addOffsetDateTime(accepted.singleUse().until().atOffset(ZoneOffset.UTC))
            .addValue(Buffer.buffer(code.hash()))
            .addString(request.application().toString())
            .addString(request.redirectUri())
            .addString(request.nonce())
            .addString(request.codeChallenge())
            .addString(String.join(" ", request.scope()))
            .addString(attempt.organization().toString())
            .addString(codes.written(claims(accepted, idpSession)))
            .addOffsetDateTime(now.plus(Codes.LIFETIME).atOffset(ZoneOffset.UTC))
            .addString(attempt.verdict().orElseThrow());
    return pool.preparedQuery(MINT)
        .execute(parameters)
        .map(minted -> minted.rowCount() == 1 ? Optional.of(code) : Optional.empty());
  }

  private static PersonClaims claims(
      Verdict.Accepted accepted, @Nullable SealedIdpSession idpSession) {
    Verdict.Subject subject = accepted.subject();
    return new PersonClaims(
        subject.givenName().orElse(null),
        subject.familyName().orElse(null),
        accepted.with().issuer(),
        subject.key(),
        accepted.authentication().at().getEpochSecond(),
        accepted.authentication().methods(),
        subject.attributes(),
        subject.groups(),
        idpSession);
  }
}
