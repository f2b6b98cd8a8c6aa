package dev.gatehouse.verification.domain;

/**
 * A TXT record that a check came across.
 *
 * @param host where it stands
 * @param value its beginning, unprintable characters replaced
 */
public record FoundRecord(String host, String value) {

  private static final int LONGEST = 200;

  /** Makes it fit for showing. */
  public static FoundRecord shown(String host, String value) {
    String start = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    String printable = start.replaceAll("[^\\x20-\\x7e]", "?");
    return new FoundRecord(host, value.length() <= LONGEST ? printable : printable + "…");
  }
}
