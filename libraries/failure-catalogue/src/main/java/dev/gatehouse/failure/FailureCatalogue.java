package dev.gatehouse.failure;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Explains every stable reason code for every identity provider, and recognises the errors that
 * identity providers show or return, in one language. Immutable; load it once.
 *
 * <p>Values that texts may hold: {@code acsUrl}, {@code entityId}, {@code redirectUri}, {@code
 * emailDomains}, {@code expected}, {@code received}. One that is not given is put into words.
 */
public final class FailureCatalogue {

  static final String UNKNOWN_TITLE = "Sign-in failed";
  static final String UNKNOWN_MEANING =
      "The sign-in was refused for a reason that this version cannot explain.";
  static final String UNKNOWN_REMEDY = "Tell the platform the reference number and this code.";

  private record Known(CodeGroup group, CodeGroup.Code code) {}

  private final Map<String, Known> codes = new LinkedHashMap<>();
  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final ErrorIndex errors;
  private final Translation language;

  /**
   * @param english the sources
   */
  FailureCatalogue(CatalogueFiles english, Translation language) {
    this.language = language;
    CatalogueFiles files = english.translated(language);
    for (CodeGroup group : files.groups()) {
      for (CodeGroup.Code code : group.codes()) {
        add(code.code(), new Known(group, code));
      }
    }
    files.providers().forEach(provider -> providers.put(provider.key(), provider));
    errors = new ErrorIndex(english.errors(), language);
  }

  private void add(String name, Known known) {
    if (codes.put(name, known) != null) {
      throw new IllegalStateException("two failures are called " + name);
    }
  }

  /** Reads the catalogue that is part of this library, in English. */
  public static FailureCatalogue load() {
    return new FailureCatalogue(
        CatalogueFiles.read(), FailureCatalogues.translation(Language.ENGLISH));
  }

  /** Every code that has an explanation of its own. */
  public Set<String> codes() {
    return Collections.unmodifiableSet(codes.keySet());
  }

  /** The keys of the identity providers that have remedies of their own. */
  public Set<String> providers() {
    return Collections.unmodifiableSet(providers.keySet());
  }

  /** Explains a code; one that is not known, or an unknown provider, in general words. */
  public Explanation explain(String code, String provider, Map<String, String> known) {
    return explain(code, provider, new Values(known, language));
  }

  private Explanation explain(String code, String provider, Values values) {
    @Nullable Known known = codes.get(code);
    @Nullable Provider about = providers.get(provider);
    String console = about == null ? "" : about.console();
    if (known == null) {
      return unknown(code, console);
    }
    CodeGroup.Code words = known.code();
    @Nullable Place own = about == null ? null : placeOf(known, about);
    Place place = own == null ? Place.nowhere(words.remedy()) : own;
    Map<String, List<String>> places = about == null ? Map.of() : about.places();
    return new Explanation(
        code,
        values.fill(words.title()),
        values.fill(words.meaning()),
        words.responsible(),
        console,
        place.way(places),
        place.toEnter(values),
        values.fill(place.remedy()),
        place.filledHints(values));
  }

  private static @Nullable Place placeOf(Known known, Provider provider) {
    return known.group().canOccurWith(known.code(), provider)
        ? provider.remedies().get(known.code().code())
        : null;
  }

  private Explanation unknown(String code, String console) {
    return new Explanation(
        code,
        language.of(UNKNOWN_TITLE),
        language.of(UNKNOWN_MEANING),
        Responsible.PLATFORM,
        console,
        List.of(),
        List.of(),
        language.of(UNKNOWN_REMEDY),
        List.of());
  }

  String translated(String english) {
    return language.of(english);
  }

  /** Explains the failures of a connection to this provider, which has these values. */
  public ConnectionFailures of(String provider, Map<String, String> values) {
    return new ConnectionFailures(this, provider, values);
  }

  /** The vendor's own page that explains any of its codes. */
  @Nullable URI lookUp(String provider) {
    @Nullable Provider about = providers.get(provider);
    return about == null || about.lookUp() == null ? null : URI.create(about.lookUp());
  }

  /** The errors of identity providers, for a connection to this provider with these values. */
  public KnownErrors knownErrors(Optional<String> provider, Map<String, String> values) {
    var about =
        provider.filter(providers::containsKey).map(key -> Ordered.existing(providers, key));
    return new KnownErrors(errors, about, new Values(values, language));
  }

  /** What the text, pasted from a page or typed from memory, may be; the likeliest first. */
  public List<KnownError> search(String text, Optional<String> provider) {
    return knownErrors(provider, Map.of()).search(text);
  }

  /** What an unsuccessful SAML status says; the most telling first, empty if it says nothing. */
  public List<KnownError> recogniseStatus(
      String topLevel, Optional<String> second, Optional<String> message) {
    return knownErrors(Optional.empty(), Map.of()).recogniseStatus(topLevel, second, message);
  }

  /** What an OAuth 2.0 error says; the most telling first, empty if it says nothing. */
  public List<KnownError> recogniseOidcError(String error, Optional<String> description) {
    return knownErrors(Optional.empty(), Map.of()).recogniseOidcError(error, description);
  }
}
