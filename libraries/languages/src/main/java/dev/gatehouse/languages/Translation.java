package dev.gatehouse.languages;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * English texts and what they are in another language. The English text is the key, as with
 * gettext: sources stay readable, and whoever changes a sentence there has to translate it anew.
 */
public final class Translation {

  private static final Translation NONE = new Translation(Map.of());
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> texts;
  private final List<Sentence> sentences;

  private Translation(Map<String, String> texts) {
    this.texts = texts;
    this.sentences = texts.keySet().stream().map(Sentence::new).filter(Sentence::isOpen).toList();
  }

  /**
   * Reads {@code folder/de.json} or the like beside the class; English needs no file.
   *
   * @param folder a name of a resource; absolute with a slash at its beginning
   */
  public static Translation read(Class<?> beside, String folder, Language language) {
    return language == Language.ENGLISH
        ? NONE
        : new Translation(texts(beside, folder + "/" + language.tag() + ".json"));
  }

  /** This one and another, which says the same where both know a text. */
  public Translation and(Translation more) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.putAll(more.texts);
    return new Translation(all);
  }

  private static Map<String, String> texts(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return JSON.readValue(in, TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The text in this language; one that nobody translated stays English. */
  public String of(String english) {
    return texts.getOrDefault(english, english);
  }

  /**
   * The same for a sentence whose values are in it already, as where it was stored or went through
   * an exception. Values stay as they are, unless one is a text with a translation itself.
   */
  public String ofFilled(String english) {
    String whole = texts.get(english);
    if (whole != null) {
      return whole;
    }
    for (Sentence sentence : sentences) {
      Map<String, String> values = sentence.valuesIn(english);
      if (!values.isEmpty()) {
        values.replaceAll((_, value) -> of(value));
        return new Sentence(of(sentence.text())).with(values);
      }
    }
    return english;
  }

  /** All of it, by the English text. */
  public Map<String, String> texts() {
    return Collections.unmodifiableMap(texts);
  }
}
