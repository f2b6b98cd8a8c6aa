package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.languages.Translation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of errors that identity providers show or return.
 *
 * @param providers whose errors they are
 * @param places ways through the consoles, by a name for the rest of the file
 */
record ErrorFile(
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String product,
    @JsonProperty(required = true) List<String> providers,
    Map<String, List<String>> places,
    @JsonProperty(required = true) List<Entry> errors) {

  ErrorFile {
    places = Ordered.copy(places);
  }

  /** The same in another language. */
  ErrorFile translated(Translation language) {
    return new ErrorFile(
        language.of(title),
        product,
        providers,
        Ordered.mapped(places, way -> way.stream().map(language::of).toList()),
        errors.stream().map(entry -> entry.translated(language)).toList());
  }

  /**
   * One error.
   *
   * @param product whose it is, if not the file's
   * @param providers whose it is, if not the file's
   * @param numbers AADSTS numbers
   * @param phrases words of the message that nothing else contains
   * @param statuses last parts of SAML status codes
   * @param oidcErrors values of OpenID Connect's {@code error}
   * @param words further words that people search with
   * @param examples messages as the provider writes them
   * @param place what to change; for all protocols unless {@code inOidc} differs
   */
  record Entry(
      @JsonProperty(required = true) String id,
      @Nullable String product,
      List<String> providers,
      List<String> numbers,
      List<String> phrases,
      List<String> statuses,
      List<String> oidcErrors,
      @Nullable String words,
      @JsonProperty(required = true) List<String> examples,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String meaning,
      @JsonProperty(required = true) Responsible responsible,
      @JsonProperty(required = true) Place place,
      @Nullable Place inOidc,
      @Nullable String link) {

    Entry {
      providers = Ordered.copy(providers);
      numbers = Ordered.copy(numbers);
      phrases = Ordered.copy(phrases);
      statuses = Ordered.copy(statuses);
      oidcErrors = Ordered.copy(oidcErrors);
    }

    /** The same in another language; what an error is found by stays as its provider writes it. */
    Entry translated(Translation language) {
      return new Entry(
          id,
          product,
          providers,
          numbers,
          phrases,
          statuses,
          oidcErrors,
          words,
          examples,
          language.of(title),
          language.of(meaning),
          responsible,
          place.translated(language),
          inOidc == null ? null : inOidc.translated(language),
          link);
    }
  }
}
