package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The claim whose value names a person for ever.
 *
 * @param claim its name, for {@link Source#CLAIM} only
 */
public record OidcSubject(Source source, @Nullable String claim) {

  /** The kinds of claims. */
  public enum Source {
    /** What OpenID Connect has for it. */
    @JsonProperty("sub")
    SUB,
    /** Another claim, which must never change hands. */
    @JsonProperty("claim")
    CLAIM,
    /** Entra's tenant and object id, which outlive the app registration. */
    @JsonProperty("entra_object_id")
    ENTRA_OBJECT_ID
  }

  public static OidcSubject of(Source source) {
    return new OidcSubject(source, null);
  }
}
