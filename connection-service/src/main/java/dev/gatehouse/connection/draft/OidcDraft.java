package dev.gatehouse.connection.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.connection.settings.OidcSettings.TokenEndpointAuthMethod;
import dev.gatehouse.connection.settings.OidcSubject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new draft of an OpenID Connect connection. With an issuer, what is left out gets the provider's
 * default; without one, what is left out stays as it is in the current revision.
 *
 * @param issuer the issuer or the address of its configuration
 * @param clientSecret never shown again; left out, the one of the current revisions stays, as long
 *     as issuer and client are the same
 */
@Schema(
    description =
        "With an issuer, what is left out gets the provider's default; without one, what is left"
            + " out stays as it is in the current revision.")
record OidcDraft(
    @Schema(description = "The issuer or the address of its configuration")
        @Size(min = 1, max = 2000)
        @Nullable String issuer,
    @Size(max = 500) @Pattern(regexp = "\\s*[\\x21-\\x7E][\\x20-\\x7E]*\\s*")
        @Nullable String clientId,
    @Schema(
            description =
                "Never shown again. Left out, the one of the current revisions stays, as long as"
                    + " issuer and client are the same.",
            format = "password")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Size(min = 1, max = 2000)
        @Nullable String clientSecret,
    @Nullable TokenEndpointAuthMethod tokenEndpointAuthMethod,
    @Size(max = 30)
        @Nullable List<@NotNull @Pattern(regexp = "[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}") String>
            scopes,
    @Size(max = 100)
        @Nullable
            List<
                @NotNull
                @Pattern(regexp = "(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}")
                String>
            hostedDomains,
    @Nullable Boolean forceLogin,
    @Schema(
            description =
                "Whether signing out of the application signs out of the identity provider as"
                    + " well, where that has an end_session_endpoint; our post-logout redirect URI"
                    + " has to be registered there. Yes, unless set.")
        @Nullable Boolean singleLogout,
    @Valid @Nullable Subject subject,
    DraftOptions.@Valid @Nullable Attributes attributes) {

  /** The claim whose value names a person for ever. */
  record Subject(
      OidcSubject.@NotNull Source source, @Size(min = 1, max = 200) @Nullable String claim) {

    OidcSubject value() {
      return new OidcSubject(source, source == OidcSubject.Source.CLAIM ? claim : null);
    }
  }

  @AssertTrue(message = "an issuer needs the clientId that is registered there")
  @Schema(hidden = true)
  boolean isClientKnown() {
    return issuer == null || clientId != null;
  }

  @AssertTrue(message = "an issuer must be an address, like https://login.example.com")
  @Schema(hidden = true)
  boolean isAddress() {
    return issuer == null || parsed(issuer).isPresent();
  }

  @AssertTrue(message = "subject.claim is needed for the source claim")
  @Schema(hidden = true)
  boolean isSubjectComplete() {
    return subject == null
        || subject.source() != OidcSubject.Source.CLAIM
        || subject.claim() != null;
  }

  /** The issuer, if one was given. */
  Optional<URI> address() {
    return Optional.ofNullable(issuer).flatMap(OidcDraft::parsed);
  }

  static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "OidcDraft[" + issuer + ", " + clientId + "]";
  }
}
