package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a sign-in failed, with what to do about it. All of it is plain text, parts of which
 * a stranger wrote; whoever shows it escapes it.
 *
 * @param code stable; {@code docs/sign-in-failures.md} has a heading of that name
 * @param expected what would have passed
 * @param received what came
 * @param meaning what it means, in plain words
 * @param responsible who can put it right
 * @param console the console that {@code where} leads through
 * @param where the way to the setting, in the console's own words; empty if no setting helps
 * @param enter our values to carry there
 * @param remedy what to do
 * @param hints the same for products that share a set-up guide
 * @param recognised the identity provider's own error, if it is a known one; the likeliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainedReason(
    String code,
    String title,
    @Nullable String expected,
    @Nullable String received,
    String meaning,
    Responsible responsible,
    String console,
    List<String> where,
    List<FieldValue> enter,
    String remedy,
    List<Hint> hints,
    List<KnownError> recognised) {

  static ExplainedReason of(
      Explanation said,
      @Nullable String expected,
      @Nullable String received,
      List<KnownError> recognised) {
    return new ExplainedReason(
        said.code(),
        said.title(),
        expected,
        received,
        said.meaning(),
        said.responsible(),
        said.console(),
        said.where(),
        said.enter(),
        said.remedy(),
        said.hints(),
        recognised);
  }

  // The texts hold what the message held, which may be personal.
  @Override
  public String toString() {
    return code;
  }
}
