package dev.gatehouse.connection.connection;

import dev.gatehouse.languages.Translation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How following a metadata address goes.
 *
 * @param lookedAt null before the first look
 * @param problem why the last look changed nothing, if something was wrong
 */
public record MetadataFollowing(@Nullable Instant lookedAt, @Nullable String problem) {

  /** What is stored is English. */
  MetadataFollowing in(Translation language) {
    return new MetadataFollowing(lookedAt, problem == null ? null : language.ofFilled(problem));
  }
}
