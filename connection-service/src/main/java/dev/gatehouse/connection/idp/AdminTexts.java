package dev.gatehouse.connection.idp;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import dev.gatehouse.problems.ProblemTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What an admin is told, in each language: {@link AdminText}, and the texts of our libraries. */
@ApplicationScoped
public class AdminTexts implements ProblemTexts {

  private final Map<Language, Translation> translations = new EnumMap<>(Language.class);

  AdminTexts() {
    for (Language language : Language.values()) {
      translations.put(language, Translation.read(AdminTexts.class, "texts", language));
    }
  }

  @Override
  public Translation in(Language language) {
    return Objects.requireNonNull(translations.get(language));
  }
}
