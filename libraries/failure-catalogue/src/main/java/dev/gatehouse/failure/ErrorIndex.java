package dev.gatehouse.failure;

import dev.gatehouse.languages.Translation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds errors by number, phrase, status or mere similarity. */
final class ErrorIndex {

  private static final String UNKNOWN_NUMBER = "entra-unknown";
  private static final Pattern AADSTS = Pattern.compile("aadsts\\s?:?#?\\s?(\\d{4,8})(?!\\d)");
  private static final Pattern BARE = Pattern.compile("(?<![\\p{L}\\d.-])\\d{5,8}(?![\\p{L}\\d-])");
  private static final double ENOUGH = 0.34;

  /** Words that nothing else contains, as written and as compared. */
  record Phrase(String written, String compared) {}

  /** An error with what it is found by. */
  record Indexed(ErrorFile file, ErrorFile.Entry entry, List<Phrase> phrases, Set<String> words) {

    /** Found by the words of the provider, which are English, and by those that are shown. */
    static Indexed of(ErrorFile file, ErrorFile.Entry entry, Translation language) {
      var phrases =
          Stream.concat(entry.phrases().stream(), entry.oidcErrors().stream())
              .map(phrase -> new Phrase(phrase, SearchText.of(phrase).text()))
              .toList();
      var words = new HashSet<String>();
      Stream.of(entry.phrases(), entry.examples(), entry.oidcErrors(), entry.statuses())
          .flatMap(List::stream)
          .forEach(text -> words.addAll(SearchText.of(text).words()));
      words.addAll(SearchText.of(entry.title()).words());
      words.addAll(SearchText.of(language.of(entry.title())).words());
      words.addAll(SearchText.of(productOf(file, entry)).words());
      words.addAll(SearchText.of(entry.words() == null ? "" : entry.words()).words());
      return new Indexed(file.translated(language), entry.translated(language), phrases, words);
    }

    List<String> providers() {
      return entry.providers().isEmpty() ? file.providers() : entry.providers();
    }

    private static String productOf(ErrorFile file, ErrorFile.Entry entry) {
      return entry.product() == null ? file.product() : entry.product();
    }
  }

  /**
   * A find.
   *
   * @param matched what gave it away; empty if it is only similar
   */
  record Match(Indexed error, String matched, Optional<URI> link) {

    KnownError shown(boolean oidc, Values values) {
      var entry = error.entry();
      var place = oidc && entry.inOidc() != null ? entry.inOidc() : entry.place();
      return new KnownError(
          entry.id(),
          matched,
          Indexed.productOf(error.file(), entry),
          error.providers(),
          entry.title(),
          values.fill(entry.meaning()),
          entry.responsible(),
          place.way(error.file().places()),
          place.toEnter(values),
          values.fill(place.remedy()),
          link);
    }
  }

  private final List<Indexed> errors;
  private final Map<String, Indexed> byNumber = new HashMap<>();
  private final Indexed unknownNumber;
  private final Similarity similarity;

  ErrorIndex(List<ErrorFile> files, Translation language) {
    errors =
        files.stream()
            .flatMap(file -> file.errors().stream().map(entry -> Indexed.of(file, entry, language)))
            .toList();
    for (Indexed error : errors) {
      for (String number : error.entry().numbers()) {
        if (byNumber.put(number, error) != null) {
          throw new IllegalStateException("two errors have the number " + number);
        }
      }
    }
    unknownNumber =
        errors.stream()
            .filter(error -> error.entry().id().equals(UNKNOWN_NUMBER))
            .findFirst()
            .orElseThrow();
    similarity = new Similarity(errors.stream().map(Indexed::words).toList());
  }

  /** Errors whose number or phrase the text holds; numbers first, then the longest phrase. */
  List<Match> exact(SearchText searched) {
    var found = new ArrayList<Match>(numbers(searched.text()));
    errors.stream()
        .flatMap(error -> longestPhrase(error, searched).stream())
        .sorted(Comparator.comparingInt((Match match) -> -match.matched().length()))
        .forEach(found::add);
    return found;
  }

  private List<Match> numbers(String text) {
    var named = AADSTS.matcher(text).results().map(result -> result.group(1)).distinct().toList();
    var numbers =
        named.isEmpty()
            ? BARE.matcher(text)
                .results()
                .map(result -> result.group())
                .filter(byNumber::containsKey)
                .distinct()
                .toList()
            : named;
    return numbers.stream()
        .map(number ->
            new Match(
                byNumber.getOrDefault(number, unknownNumber),
                "AADSTS" + number,
                Optional.of(URI.create("https://login.microsoftonline.com/error?code=" + number))))
        .toList();
  }

  private static Optional<Match> longestPhrase(Indexed error, SearchText searched) {
    return error.phrases().stream()
        .filter(phrase -> searched.holds(phrase.compared()))
        .max(Comparator.comparingInt(phrase -> phrase.compared().length()))
        .map(phrase -> new Match(error, phrase.written(), Optional.empty()));
  }

  /** Errors with this SAML status code, given as URI or its last part. */
  List<Match> ofStatus(String status) {
    String last = status.strip().substring(status.strip().lastIndexOf(':') + 1);
    return errors.stream()
        .filter(error -> error.entry().statuses().stream().anyMatch(last::equalsIgnoreCase))
        .map(error -> new Match(error, last, Optional.empty()))
        .toList();
  }

  /** Errors with this value of {@code error}. */
  List<Match> ofOidcError(String code) {
    String given = code.strip();
    return errors.stream()
        .filter(error -> error.entry().oidcErrors().stream().anyMatch(given::equalsIgnoreCase))
        .map(error -> new Match(error, given, Optional.empty()))
        .toList();
  }

  /** Errors that speak of the same things, the closest first. */
  List<Match> similar(SearchText searched, Predicate<Indexed> among) {
    record Scored(Indexed error, double score) {}
    return errors.stream()
        .filter(among)
        .map(error -> new Scored(error, similarity.of(searched.words(), error.words())))
        .filter(scored -> scored.score() >= ENOUGH)
        .sorted(Comparator.comparingDouble((Scored scored) -> -scored.score()))
        .map(scored -> new Match(scored.error(), "", Optional.empty()))
        .toList();
  }
}
