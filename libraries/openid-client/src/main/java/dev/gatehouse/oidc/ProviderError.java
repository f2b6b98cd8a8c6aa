package dev.gatehouse.oidc;

/**
 * An error in the provider's own words (RFC 6749 sections 4.1.2.1 and 5.2), made printable. It is a
 * stranger's text all the same: whoever shows it escapes it. A link to an error page is dropped.
 */
public record ProviderError(String error, String description) {

  private static final int LONGEST_CODE = 100;

  public ProviderError {
    error = Printable.of(error, LONGEST_CODE);
    description = Printable.of(description);
  }

  /** Both on one line. */
  public String line() {
    return description.isEmpty() ? error : error + ": " + description;
  }
}
