package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.languages.Translation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file about one identity provider.
 *
 * @param console what its vendor calls the place where admins work
 * @param lookUp the vendor's own page that explains any of its codes
 * @param places ways through that console, by a name for the rest of the file
 * @param remedies what to change there, by reason code
 */
record Provider(
    @JsonProperty(required = true) String key,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String protocol,
    @JsonProperty(required = true) String console,
    @Nullable String lookUp,
    @JsonProperty(required = true) Map<String, List<String>> places,
    @JsonProperty(required = true) Map<String, Place> remedies) {

  Provider {
    places = Ordered.copy(places);
    remedies = Ordered.copy(remedies);
  }

  /** The same in another language. */
  Provider translated(Translation language) {
    return new Provider(
        key,
        name,
        protocol,
        language.of(console),
        lookUp,
        Ordered.mapped(places, way -> way.stream().map(language::of).toList()),
        Ordered.mapped(remedies, place -> place.translated(language)));
  }
}
