package dev.gatehouse.failure;

import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.saml.CheckName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of the sources is for people, and not the words of a console. */
final class TranslatableTexts {

  /** Whole sentences, titles, and steps that no console is labelled with. */
  private final Set<String> needed = new HashSet<>();

  /** Labels: of a console, or of ours where no console is meant. */
  private final Set<String> possible = new HashSet<>();

  TranslatableTexts(CatalogueFiles files) {
    for (Placeholder placeholder : Placeholder.values()) {
      needed.add(placeholder.whenUnknown());
    }
    needed.addAll(
        List.of(
            FailureCatalogue.UNKNOWN_TITLE,
            FailureCatalogue.UNKNOWN_MEANING,
            FailureCatalogue.UNKNOWN_REMEDY));
    Stream.of(CheckName.values()).map(CheckName::title).forEach(needed::add);
    Stream.of(OidcCheckName.values()).map(OidcCheckName::title).forEach(needed::add);
    for (CodeGroup group : files.groups()) {
      needed.add(group.title());
      group
          .codes()
          .forEach(code -> needed.addAll(List.of(code.title(), code.meaning(), code.remedy())));
    }
    for (Provider provider : files.providers()) {
      label(provider.console());
      provider.places().values().forEach(way -> way.forEach(this::label));
      provider.remedies().values().forEach(this::place);
    }
    for (ErrorFile file : files.errors()) {
      needed.add(file.title());
      file.places().values().forEach(way -> way.forEach(this::label));
      for (ErrorFile.Entry entry : file.errors()) {
        needed.addAll(List.of(entry.title(), entry.meaning()));
        Stream.of(entry.place(), entry.inOidc()).filter(it -> it != null).forEach(this::place);
      }
    }
  }

  Set<String> needed() {
    return needed;
  }

  Set<String> possible() {
    return possible;
  }

  private void place(Place place) {
    needed.add(place.remedy());
    needed.addAll(place.hints().values());
    if (place.field() != null) {
      possible.add(place.field());
    }
  }

  /** Consoles begin their labels with a capital, we do not. */
  private void label(String label) {
    (Character.isLowerCase(label.charAt(0)) ? needed : possible).add(label);
  }
}
