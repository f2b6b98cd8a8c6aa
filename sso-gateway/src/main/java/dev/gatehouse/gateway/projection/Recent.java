package dev.gatehouse.gateway.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the most recently used values, up to a bound; whether they still hold is the caller's to
 * know.
 */
public final class Recent<K, V> {

  private final Map<K, V> values;

  public Recent(int bound) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > bound;
          }
        };
  }

  /** The value, if it is kept still. */
  public synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  /** Keeps a value, at the expense of the one that was longest not asked for. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** Keeps nothing for this key any more. */
  public synchronized void remove(K key) {
    values.remove(key);
  }
}
