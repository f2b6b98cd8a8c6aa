package dev.gatehouse.sandbox.dns;

import dev.gatehouse.sandbox.pages.Refusal;
import java.io.IOException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A record as people write it: the name without its last dot, TXT values without quotes. */
record Published(String name, String type, String value, long ttl) {
  private static final int MOST_PER_STRING = 255;

  static Published of(
      @Nullable String name, @Nullable String type, @Nullable String value, @Nullable Long ttl) {
    if (name == null || name.isBlank() || value == null || value.isBlank()) {
      throw Refusal.badRequest("Name and value, please", "Both are needed to publish a record.");
    }
    var published =
        new Published(
            written(name),
            type == null || type.isBlank() ? "TXT" : type.strip().toUpperCase(Locale.ROOT),
            value.strip(),
            ttl == null ? 60 : Math.clamp(ttl, 0, 86_400));
    published.toRecord();
    return published;
  }

  /** Lower case, A-labels, no dot at the end. */
  static String written(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    plain = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    try {
      return plain.chars().allMatch(c -> c < 128) ? plain : IDN.toASCII(plain);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("That is not a DNS name", String.valueOf(e.getMessage()));
    }
  }

  boolean is(String otherName, @Nullable String otherType, @Nullable String otherValue) {
    return name.equals(otherName)
        && (otherType == null || type.equalsIgnoreCase(otherType))
        && (otherValue == null || value.equals(otherValue));
  }

  Record toRecord() {
    try {
      Name owner = Name.fromString(name, Name.root);
      if (type.equals("TXT")) {
        return new TXTRecord(owner, DClass.IN, ttl, strings());
      }
      int number = Type.value(type);
      if (number < 0) {
        throw Refusal.badRequest("There is no such type", "TXT, A, AAAA, CNAME, NS, MX or SOA.");
      }
      return Record.fromString(owner, number, DClass.IN, ttl, value, Name.root);
    } catch (TextParseException e) {
      throw Refusal.badRequest("That is not a DNS name", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refusal.badRequest(
          "That value does not fit a record of type " + type, String.valueOf(e.getMessage()));
    }
  }

  /** RFC 1035 3.3.14: a TXT record is a row of strings of at most 255 bytes. */
  private List<String> strings() {
    byte[] bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    List<String> strings = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += MOST_PER_STRING) {
      StringBuilder string = new StringBuilder();
      for (int i = from; i < Math.min(bytes.length, from + MOST_PER_STRING); i++) {
        int c = bytes[i] & 0xff;
        string.append(
            c < 0x20 || c > 0x7e || c == '\\' ? "\\%03d".formatted(c) : String.valueOf((char) c));
      }
      strings.add(string.toString());
    }
    return strings;
  }
}
