package dev.gatehouse.gateway.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.ids.Id;
import dev.gatehouse.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Seals what identity providers call people and sessions: it names people. */
@ApplicationScoped
public class IdpSessions {

  private final Seal seal;
  private final ObjectMapper json;

  IdpSessions(@Named("own") Seal seal, ObjectMapper json) {
    this.seal = seal;
    this.json = json;
  }

  /** The stored form; opens for this sign-in only. */
  public SealedIdpSession seal(Id signIn, Id connection, IdpSession session) {
    try {
      return new SealedIdpSession(
          key(connection, session.nameId()),
          session.openId() == null || session.sessionIndex() == null
              ? null
              : key(connection, session.sessionIndex()),
          seal.seal(json.writeValueAsBytes(session), context(signIn)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #seal} gave. */
  public IdpSession open(Id signIn, String sealed) {
    try {
      return json.readValue(seal.open(sealed, context(signIn)), IdpSession.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same NameID means another person at another connection; so does the same session. */
  public String key(Id connection, String nameId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(RandomTokens.hash(connection + " " + nameId));
  }

  private static String context(Id signIn) {
    return signIn + "/idp-session";
  }
}
