package dev.gatehouse.failure;

import java.util.List;

/**
 * A failure for the person who can put it right, as plain text; whoever shows it escapes it.
 *
 * @param console the console that {@code where} leads through
 * @param where the way to the setting, in the console's own words; empty if no setting helps
 * @param enter values to carry there
 * @param remedy what to do
 * @param hints the same for products that share a set-up guide; mostly empty
 */
public record Explanation(
    String code,
    String title,
    String meaning,
    Responsible responsible,
    String console,
    List<String> where,
    List<FieldValue> enter,
    String remedy,
    List<Hint> hints) {

  // The texts hold what the message held, which may be personal.
  @Override
  public String toString() {
    return code;
  }
}
