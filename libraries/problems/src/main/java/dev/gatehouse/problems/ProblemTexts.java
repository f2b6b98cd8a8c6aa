package dev.gatehouse.problems;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;

/**
 * Sentences of a service that its problems carry besides those of the catalogue, in each language.
 * A service that has some makes a bean of this type.
 */
public interface ProblemTexts {

  Translation in(Language language);
}
