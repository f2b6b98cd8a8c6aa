package dev.gatehouse.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stranger's JSON object, read member by member; one of another type counts as absent. */
public record JsonObject(Map<String, Object> members) {

  private static final double LAST_SECOND = 253_402_300_799d; // the year 9999

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Reads UTF-8 bytes; empty if they are no object, or one with two members of one name. */
  public static Optional<JsonObject> parse(byte[] utf8) {
    try {
      // The decoder reports broken sequences; a String would silently replace them.
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return Optional.ofNullable(JSONObjectUtils.parse(text)).map(JsonObject::new);
    } catch (CharacterCodingException | ParseException malformed) {
      return Optional.empty();
    }
  }

  /** These members, and of the others those that are not here. */
  public JsonObject with(JsonObject others) {
    var all = new LinkedHashMap<>(members);
    others.members.forEach(all::putIfAbsent);
    return new JsonObject(all);
  }

  /** Whether there is such a member, whatever its type. */
  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** A text that is not empty. */
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** One text or an array of texts; anything else in the array makes it empty. */
  public List<String> texts(String name) {
    return switch (members.get(name)) {
      case String text -> List.of(text);
      case List<?> list -> {
        var texts = new ArrayList<String>(list.size());
        for (Object element : list) {
          if (!(element instanceof String text)) {
            yield List.of();
          }
          texts.add(text);
        }
        yield List.copyOf(texts);
      }
      case null, default -> List.of();
    };
  }

  /** A boolean, also where a provider writes it as text or as 0 and 1. */
  public Optional<Boolean> flag(String name) {
    return switch (members.get(name)) {
      case Boolean flag -> Optional.of(flag);
      case Number number -> Optional.of(number.doubleValue() != 0);
      case String text when text.equalsIgnoreCase("true") || text.equals("1") -> Optional.of(true);
      case String text when text.equalsIgnoreCase("false") || text.equals("0") ->
          Optional.of(false);
      case null, default -> Optional.empty();
    };
  }

  /** Seconds since 1970 (RFC 7519 NumericDate), if they lie within the calendar. */
  public Optional<Instant> time(String name) {
    if (members.get(name) instanceof Number number) {
      double seconds = number.doubleValue();
      if (seconds >= 0 && seconds <= LAST_SECOND) {
        return Optional.of(Instant.ofEpochSecond((long) seconds));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "JsonObject" + members.keySet();
  }
}
