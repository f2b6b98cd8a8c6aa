package dev.gatehouse.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what every replica commits, on one thread with one session, and passes it on. Whoever
 * missed something, because the session was lost, is told that anything may have changed.
 */
@Singleton
class Changes {

  private static final Logger LOG = Logger.getLogger(Changes.class);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final int WAITS_UNTIL_ASKED = 10;

  private final String url;
  private final String user;
  private final String password;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private @Nullable Thread thread;

  Changes(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Hears changes; called on a thread that must not be kept waiting. */
  interface Listener {

    void changed(Change change);

    /** Changes may have been missed. */
    void anythingChanged();
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  void start(@Observes StartupEvent event) {
    running = true;
    thread = Thread.ofPlatform().name("live-updates").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    Thread listening = thread;
    if (listening != null) {
      listening.interrupt();
    }
  }

  private void run() {
    while (running) {
      try (Listening listening = new Listening(url, user, password)) {
        listeners.forEach(Listener::anythingChanged);
        listen(listening);
      } catch (SQLException | RuntimeException e) {
        if (running) {
          LOG.warnf("Live updates lost their database and start over: %s", e.toString());
          LOG.debug("Cause", e);
          pause();
        }
      }
    }
  }

  private void listen(Listening listening) throws SQLException {
    int quiet = 0;
    while (running) {
      List<Change> changes = listening.changes(WAIT);
      changes.forEach(change -> listeners.forEach(listener -> listener.changed(change)));
      quiet = changes.isEmpty() ? quiet + 1 : 0;
      if (quiet == WAITS_UNTIL_ASKED) {
        listening.requireAlive();
        quiet = 0;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(WAIT);
    } catch (InterruptedException e) {
      running = false;
    }
  }
}
