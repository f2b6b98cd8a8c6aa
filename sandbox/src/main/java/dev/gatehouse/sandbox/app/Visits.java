package dev.gatehouse.sandbox.app;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts and sessions, in memory: a restart signs everyone out of Brightdesk. */
@Singleton
final class Visits {
  private static final int MOST = 1000;

  private final Map<String, Attempt> attempts = new Bounded<>();
  private final Map<String, SignedIn> sessions = new Bounded<>();
  private final Map<String, SignedIn> endedElsewhere = new Bounded<>();

  synchronized void begin(State state, Attempt attempt) {
    attempts.put(state.getValue(), attempt);
  }

  /** Once only, and only for the browser that began it: else anyone could sign others in as him. */
  synchronized Optional<Attempt> finish(@Nullable State state, @Nullable String browser) {
    Attempt attempt = state == null ? null : attempts.get(state.getValue());
    if (state == null || attempt == null || !attempt.browser().equals(browser)) {
      return Optional.empty();
    }
    attempts.remove(state.getValue());
    return Optional.of(attempt);
  }

  synchronized void signIn(String session, SignedIn person) {
    sessions.put(session, person);
  }

  synchronized Optional<SignedIn> who(@Nullable String session) {
    return session == null ? Optional.empty() : Optional.ofNullable(sessions.get(session));
  }

  synchronized Optional<SignedIn> signOut(@Nullable String session) {
    return Optional.ofNullable(sessions.remove(String.valueOf(session)));
  }

  /** The provider signed a person out: of the session that {@code sid} names, or of all of them. */
  synchronized int signOutElsewhere(String issuer, @Nullable String subject, @Nullable String sid) {
    Map<String, SignedIn> ended = new LinkedHashMap<>();
    sessions.forEach((name, person) -> {
      ProviderSession session = person.session();
      boolean same = sid == null ? session.subject().equals(subject) : sid.equals(session.sid());
      if (same && session.issuer().equals(issuer)) {
        ended.put(name, person);
      }
    });
    sessions.keySet().removeAll(ended.keySet());
    endedElsewhere.putAll(ended);
    return ended.size();
  }

  /** Whether somebody else ended this session; told until the browser signs in again. */
  synchronized boolean wasEndedElsewhere(@Nullable String session) {
    return session != null && endedElsewhere.containsKey(session);
  }

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MOST;
    }
  }
}
