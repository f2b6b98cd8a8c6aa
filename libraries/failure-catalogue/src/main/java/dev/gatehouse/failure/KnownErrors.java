package dev.gatehouse.failure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises the errors of identity providers, those of one connection's provider first. */
public final class KnownErrors {

  private static final int MOST = 5;
  private static final List<ErrorIndex.Match> NOTHING = List.of();

  private final ErrorIndex index;
  private final Optional<Provider> provider;
  private final Values values;

  KnownErrors(ErrorIndex index, Optional<Provider> provider, Values values) {
    this.index = index;
    this.provider = provider;
    this.values = values;
  }

  /** What the text, pasted from a page or typed from memory, may be; the likeliest first. */
  public List<KnownError> search(String text) {
    var searched = SearchText.of(text);
    var exact = ownFirst(index.exact(searched));
    if (!exact.isEmpty()) {
      return shown(exact.stream());
    }
    var similar = similarOfOwn(searched);
    return shown((similar.isEmpty() ? index.similar(searched, _ -> true) : similar).stream());
  }

  /**
   * What an unsuccessful SAML status says; the most telling first.
   *
   * @param topLevel a status code, as URI or its last part
   * @param message the identity provider's own words
   */
  public List<KnownError> recogniseStatus(
      String topLevel, Optional<String> second, Optional<String> message) {
    var words = message.map(SearchText::of);
    var exact = words.map(index::exact).orElse(List.of());
    var nested = second.map(index::ofStatus).orElse(List.of());
    boolean silent = exact.isEmpty() && nested.isEmpty();
    return shown(
        Stream.of(
                exact,
                nested,
                silent ? words.map(this::similarOfOwn).orElse(List.of()) : NOTHING,
                // The top level alone says next to nothing.
                index.ofStatus(topLevel))
            .flatMap(found -> ownFirst(found).stream()));
  }

  /** What an OAuth 2.0 error says; the most telling first. */
  public List<KnownError> recogniseOidcError(String error, Optional<String> description) {
    String all = description.map(words -> error + ": " + words).orElse(error);
    return shown(
        Stream.of(index.exact(SearchText.of(all)), index.ofOidcError(error))
            .flatMap(found -> ownFirst(found).stream()));
  }

  private List<ErrorIndex.Match> similarOfOwn(SearchText searched) {
    return index.similar(searched, this::isOwn);
  }

  private List<ErrorIndex.Match> ownFirst(List<ErrorIndex.Match> matches) {
    return matches.stream()
        .sorted(Comparator.comparing((ErrorIndex.Match match) -> !isOwn(match.error())))
        .toList();
  }

  private boolean isOwn(ErrorIndex.Indexed error) {
    return provider.isEmpty() || error.providers().contains(provider.get().key());
  }

  private List<KnownError> shown(Stream<ErrorIndex.Match> matches) {
    var byId = new LinkedHashMap<String, ErrorIndex.Match>();
    matches.forEach(match -> byId.putIfAbsent(match.error().entry().id(), match));
    boolean oidc = provider.filter(one -> one.protocol().equals("oidc")).isPresent();
    return byId.values().stream().limit(MOST).map(match -> match.shown(oidc, values)).toList();
  }
}
