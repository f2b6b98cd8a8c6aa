package dev.gatehouse.failure;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The catalogue in every language. Immutable; load it once. */
public final class FailureCatalogues {

  private static final String TEXTS = "texts";

  private final Map<Language, FailureCatalogue> catalogues = new EnumMap<>(Language.class);

  private FailureCatalogues() {
    CatalogueFiles english = CatalogueFiles.read();
    for (Language language : Language.values()) {
      catalogues.put(language, new FailureCatalogue(english, translation(language)));
    }
  }

  /** Reads the catalogues that are part of this library. */
  public static FailureCatalogues load() {
    return new FailureCatalogues();
  }

  public FailureCatalogue in(Language language) {
    return Objects.requireNonNull(catalogues.get(language), language::tag);
  }

  static Translation translation(Language language) {
    return Translation.read(FailureCatalogues.class, TEXTS, language);
  }
}
