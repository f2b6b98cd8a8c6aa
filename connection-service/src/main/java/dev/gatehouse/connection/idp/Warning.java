package dev.gatehouse.connection.idp;

import dev.gatehouse.languages.Translation;
import java.util.List;

/** Something that works but that the admin should know. */
public record Warning(String code, String text) {

  public static List<Warning> in(Translation language, List<Warning> warnings) {
    return warnings.stream()
        .map(warning -> new Warning(warning.code(), language.ofFilled(warning.text())))
        .toList();
  }
}
