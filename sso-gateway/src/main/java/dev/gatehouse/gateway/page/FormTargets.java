package dev.gatehouse.gateway.page;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the form of a page may lead. Chromium applies {@code form-action} to every redirect after
 * the post as well, so a page whose form ends at an identity provider has to allow that.
 */
public final class FormTargets {

  private final Set<String> sources;

  private FormTargets(Set<String> sources) {
    this.sources = sources;
  }

  /** A page without a form. */
  public static FormTargets none() {
    return new FormTargets(Set.of("'none'"));
  }

  /**
   * A form whose answer redirects, at once or later, to one of the given places or to any https
   * site: which identity provider it will be is not known when the page is made.
   */
  public static FormTargets leadingTo(URI... places) {
    Set<String> sources = new LinkedHashSet<>();
    sources.add("'self'");
    sources.add("https:");
    for (URI place : places) {
      String scheme = place.getScheme();
      if (scheme != null && !scheme.equalsIgnoreCase("https")) {
        // Plain http is for development; any other scheme is a native application's.
        sources.add(scheme.toLowerCase(java.util.Locale.ROOT) + ":");
      }
    }
    return new FormTargets(sources);
  }

  String directive() {
    return "form-action " + String.join(" ", sources);
  }
}
