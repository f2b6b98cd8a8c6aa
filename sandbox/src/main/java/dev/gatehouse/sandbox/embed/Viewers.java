package dev.gatehouse.sandbox.embed;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brightdesk's own sessions, in memory. A real product knows who is signed in; here one chooses, so
 * that an IT admin can set single sign-on up before anybody can sign in by it.
 */
@Singleton
final class Viewers {
  private static final int MOST = 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Viewer> sessions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Viewer> eldest) {
          return size() > MOST;
        }
      };

  synchronized String begin(Viewer viewer) {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    String session = HexFormat.of().formatHex(bytes);
    sessions.put(session, viewer);
    return session;
  }

  synchronized Optional<Viewer> who(@Nullable String session) {
    return session == null ? Optional.empty() : Optional.ofNullable(sessions.get(session));
  }

  synchronized void end(@Nullable String session) {
    sessions.remove(String.valueOf(session));
  }
}
