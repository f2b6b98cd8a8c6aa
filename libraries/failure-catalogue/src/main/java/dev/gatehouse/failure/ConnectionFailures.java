package dev.gatehouse.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains what goes wrong with one connection: in its provider's console, with its values. */
public final class ConnectionFailures {

  private final FailureCatalogue catalogue;
  private final String provider;
  private final Map<String, String> values;

  ConnectionFailures(FailureCatalogue catalogue, String provider, Map<String, String> values) {
    this.catalogue = catalogue;
    this.provider = provider;
    this.values = Map.copyOf(values);
  }

  /**
   * Explains a reason, and what the identity provider itself said if it is an error of its own.
   *
   * @param expected empty or null if nothing can be said
   * @param received as the reason holds it; empty or null if nothing came
   */
  public ExplainedReason explain(
      String code, @Nullable String expected, @Nullable String received) {
    var filled = new HashMap<>(values);
    put(filled, Placeholder.EXPECTED, expected);
    put(filled, Placeholder.RECEIVED, received);
    return ExplainedReason.of(
        catalogue.explain(code, provider, filled),
        expected,
        received,
        received == null ? List.of() : ProviderSaid.recognise(code, received, errors()));
  }

  /** What a page of the identity provider may have shown, and what to do if it is none of those. */
  public FoundErrors search(String text) {
    var found = errors().search(text);
    return found.isEmpty()
        ? new FoundErrors(found, explain("page_unknown", null, null), catalogue.lookUp(provider))
        : new FoundErrors(found, null, null);
  }

  /** What a check is called in this language; one that is not known, as it is. */
  public String checkTitle(String english) {
    return catalogue.translated(english);
  }

  private KnownErrors errors() {
    return catalogue.knownErrors(Optional.of(provider), values);
  }

  private static void put(
      Map<String, String> values, Placeholder placeholder, @Nullable String value) {
    if (value != null) {
      values.put(placeholder.key(), value);
    }
  }
}
