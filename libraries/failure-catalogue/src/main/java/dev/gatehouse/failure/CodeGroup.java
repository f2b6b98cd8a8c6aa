package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.languages.Translation;
import java.util.List;

/**
 * A file of reason codes.
 *
 * @param protocols the protocols in which they can occur
 */
record CodeGroup(
    @JsonProperty(required = true) String group,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) List<String> protocols,
    @JsonProperty(required = true) List<Code> codes) {

  /**
   * One reason code in general words.
   *
   * @param providers the only providers with which it can occur; empty for all of the protocols
   * @param protocols narrower than the group's, or empty
   */
  record Code(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) Responsible responsible,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String meaning,
      @JsonProperty(required = true) String remedy,
      List<String> protocols,
      List<String> providers) {

    Code {
      protocols = Ordered.copy(protocols);
      providers = Ordered.copy(providers);
    }

    Code translated(Translation language) {
      return new Code(
          code,
          responsible,
          language.of(title),
          language.of(meaning),
          language.of(remedy),
          protocols,
          providers);
    }
  }

  /** The same in another language. */
  CodeGroup translated(Translation language) {
    return new CodeGroup(
        group,
        language.of(title),
        protocols,
        codes.stream().map(code -> code.translated(language)).toList());
  }

  boolean canOccurWith(Code code, Provider provider) {
    if (!code.providers().isEmpty()) {
      return code.providers().contains(provider.key());
    }
    var some = code.protocols().isEmpty() ? protocols : code.protocols();
    return some.contains(provider.protocol());
  }
}
