package dev.gatehouse.sandbox.dns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.sandbox.pages.Refusal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How answers about one name can fail. */
enum DnsFault {
  NONE,
  SERVFAIL,
  /** No answer at all. */
  TIMEOUT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static DnsFault parse(@Nullable String code) {
    return Stream.of(values())
        .filter(fault -> fault.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> Refusal.badRequest("There is no such fault", "servfail, timeout or none."));
  }
}
