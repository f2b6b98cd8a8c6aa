package dev.gatehouse.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.codec.base.Base32Codec;
import com.github.f4b6a3.uuid.exception.InvalidUuidException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The id of one thing: a UUIDv7 (RFC 9562) that is written as a prefix, an underscore and 26
 * lower-case base32 characters (RFC 4648 alphabet), for example {@code org_amjq5x…}.
 */
public record Id(IdKind kind, UUID uuid) {

  private static final int BARE_LENGTH = 26;

  /** Reads the written form of an id of the given kind. */
  public static Id parse(IdKind kind, String text) {
    String start = kind.prefix() + "_";
    if (!text.startsWith(start)) {
      throw new MalformedId(kind, text);
    }
    return parseBare(kind, text.substring(start.length()));
  }

  /** Reads the 26 characters alone, as they stand in paths towards identity providers. */
  public static Id parseBare(IdKind kind, String bare) {
    if (bare.length() != BARE_LENGTH) {
      throw new MalformedId(kind, bare);
    }
    try {
      Id id = new Id(kind, Base32Codec.INSTANCE.decode(bare));
      if (id.bare().equals(bare)) {
        return id;
      }
    } catch (InvalidUuidException e) {
      throw new MalformedId(kind, bare);
    }
    // Another spelling of the same 128 bits (capitals, padding bits) would be a second name.
    throw new MalformedId(kind, bare);
  }

  /** Reads an id of whatever kind its prefix names. */
  @JsonCreator
  public static Id parseAny(String text) {
    for (IdKind kind : IdKind.values()) {
      if (text.startsWith(kind.prefix() + "_")) {
        return parse(kind, text);
      }
    }
    throw new MalformedId(text);
  }

  /** The 26 characters without prefix. */
  public String bare() {
    return Base32Codec.INSTANCE.encode(uuid);
  }

  /** When the id was made, to the millisecond (RFC 9562 section 5.7). */
  public Instant createdAt() {
    return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
  }

  /** Whether the id is younger than the given age: such a thing may simply not have arrived yet. */
  public boolean isFresh(Instant now, Duration age) {
    return createdAt().isAfter(now.minus(age));
  }

  @Override
  @JsonValue
  public String toString() {
    return kind.prefix() + "_" + bare();
  }
}
