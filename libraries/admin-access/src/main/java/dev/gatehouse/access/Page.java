package dev.gatehouse.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection, oldest first.
 *
 * @param items at most as many as asked for
 * @param next the cursor of the next page, absent on the last
 */
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;

  /**
   * Makes a page of what was found when one more than the limit was asked for.
   *
   * @param id gives the id that the next page starts after
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, Id> id) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> items = List.copyOf(found.subList(0, limit));
    return new Page<>(items, id.apply(items.getLast()).toString());
  }

  /** The page size to use: 50 unless asked, never more than 200. */
  public static int limit(@Nullable Integer asked) {
    return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, LARGEST_LIMIT);
  }

  /** The id that a cursor stands for, or null for the first page. */
  public static @Nullable Id after(@Nullable String cursor, IdKind kind) {
    return cursor == null ? null : Id.parse(kind, cursor);
  }
}
