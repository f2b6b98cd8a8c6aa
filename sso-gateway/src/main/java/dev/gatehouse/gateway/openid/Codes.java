package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.random.RandomTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Makes authorization codes. The row is written in the transaction that ends the sign-in; a
 * transaction that is one statement writes it itself, from {@link #COLUMNS} and {@link
 * #parameters}.
 */
@ApplicationScoped
public class Codes {

  /** RFC 6749 section 4.1.2 recommends ten minutes at most; RFC 9700 short, we say one. */
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  /** The columns that {@link #parameters} fills, in its order; {@code claims} is cast to jsonb. */
  public static final String COLUMNS =
      "code_hash, application, redirect_uri, nonce, code_challenge, scope, sign_in, organization,"
          + " connection, revision, person, email, email_domain, member, just_in_time, claims,"
          + " created_at, expires_at";

  private static final String INSERT =
      "insert into authorization_code ("
          + COLUMNS
          + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,"
          + " $16::text::jsonb, $17, $18)";

  private final ObjectMapper json;

  Codes(ObjectMapper json) {
    this.json = json;
  }

  /** A random code and what to store of it. */
  public IssuedCode next() {
    String code = RandomTokens.next();
    return new IssuedCode(code, RandomTokens.hash(code));
  }

  /** The code can be redeemed if, and only if, the connection's transaction commits. */
  public Uni<Void> issue(SqlClient connection, NewCode code) {
    return connection.preparedQuery(INSERT).execute(parameters(code)).replaceWithVoid();
  }

  /** The values of {@link #COLUMNS}. */
  public Tuple parameters(NewCode code) {
    AuthorizationRequest request = code.request();
    SignedInPerson person = code.person();
    return Tuple.tuple()
        .addValue(Buffer.buffer(code.code().hash()))
        .addString(request.application().toString())
        .addString(request.redirectUri())
        .addString(request.nonce())
        .addString(request.codeChallenge())
        .addString(String.join(" ", request.scope()))
        .addString(code.signIn().toString())
        .addString(code.organization().toString())
        .addString(code.connection().toString())
        .addString(code.revision().toString())
        .addString(person.person().toString())
        .addString(person.email())
        .addString(person.emailDomain().toLowerCase(Locale.ROOT))
        .addString(person.member() == null ? null : person.member().toString())
        .addBoolean(person.justInTime())
        .addString(written(PersonClaims.of(person)))
        .addOffsetDateTime(code.now().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(code.now().plus(LIFETIME).atOffset(ZoneOffset.UTC));
  }

  /** The value of the column {@code claims}. */
  public String written(PersonClaims claims) {
    try {
      return json.writeValueAsString(claims);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Claims are not writable as JSON", e);
    }
  }
}
