package dev.gatehouse.oidc.keys;

import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The keys of every connection's provider. A token that names an unknown key makes them be fetched
 * again, but never more often than the floor allows and never twice at once; if the provider does
 * not answer, the last good keys serve for a bounded time.
 */
public final class JwksCache {

  private static final int MOST_SOURCES = 10_000;

  private final HttpFetch fetch;
  private final Clock clock;
  private final JwksFreshness freshness;
  private final Supplier<Executor> callers;
  private final Map<JwksSource, HeldKeys> held = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param callers gives, when called, what runs tasks where the caller runs; several callers may
   *     wait for one fetch, and each resumes in its own place
   */
  public JwksCache(
      HttpFetch fetch, Clock clock, JwksFreshness freshness, Supplier<Executor> callers) {
    this.fetch = fetch;
    this.clock = clock;
    this.freshness = freshness;
    this.callers = callers;
  }

  /** The keys to judge a token with. Only the unverified name of its key is looked at. */
  public Uni<JwksOutcome> keysFor(JwksSource source, String idToken) {
    var named = keyNamedBy(idToken);
    return resumed(keys -> keys.wanted(named), source);
  }

  /**
   * The keys once more, as new as the floor allows: for a token that names no key and whose
   * signature does not verify, which is how rotation looks at providers without key ids.
   */
  public Uni<JwksOutcome> renewed(JwksSource source) {
    return resumed(HeldKeys::renewed, source);
  }

  private Uni<JwksOutcome> resumed(
      Function<HeldKeys, Uni<JwksOutcome>> question, JwksSource source) {
    return Uni.createFrom()
        .deferred(() -> {
          Executor back = callers.get();
          return question.apply(of(source)).emitOn(back);
        });
  }

  private HeldKeys of(JwksSource source) {
    synchronized (held) {
      var found =
          held.computeIfAbsent(source, missing -> new HeldKeys(missing, fetch, clock, freshness));
      if (held.size() > MOST_SOURCES) {
        var eldest = held.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
      return found;
    }
  }

  private static Optional<String> keyNamedBy(String idToken) {
    int dot = idToken.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] header = Base64.getUrlDecoder().decode(idToken.substring(0, dot));
      return JsonObject.parse(header).flatMap(json -> json.text("kid"));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty(); // the judge of the token will say so
    }
  }
}
