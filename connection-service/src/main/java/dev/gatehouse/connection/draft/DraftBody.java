package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.idp.IdpInput;
import dev.gatehouse.connection.settings.SubjectSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new draft: metadata by address, or as XML, or the three fields; or options alone, which keeps
 * the identity provider of the current revision.
 *
 * @param entityId which one is meant, where metadata describes several
 */
@Schema(
    description =
        "One of: metadataUrl; metadataXml; idpEntityId, ssoUrl and certificate; or options alone,"
            + " which keeps the identity provider of the current revision. For OpenID Connect, oidc"
            + " alone.")
record DraftBody(
    @Size(max = 2000) @Nullable String metadataUrl,
    @Size(max = 1_000_000) @Nullable String metadataXml,
    @Size(max = 1024) @Nullable String entityId,
    @Size(min = 1, max = 1024) @Nullable String idpEntityId,
    @Size(min = 1, max = 2000) @Nullable String ssoUrl,
    @Size(min = 1, max = 65536) @Nullable String certificate,
    @Valid @Nullable DraftOptions options,
    @Valid @Nullable OidcDraft oidc) {

  @AssertTrue(
      message = "give one of metadataUrl, metadataXml, or idpEntityId with ssoUrl and certificate")
  @Schema(hidden = true)
  boolean isOneSource() {
    long fields =
        Stream.of(idpEntityId, ssoUrl, certificate).filter(field -> field != null).count();
    long sources =
        Stream.of(metadataUrl, metadataXml, idpEntityId, ssoUrl, certificate)
            .filter(field -> field != null)
            .count();
    return fields == 3 ? sources == 3 : fields == 0 && sources <= 1;
  }

  @AssertTrue(message = "oidc is for OpenID Connect, everything else for SAML")
  @Schema(hidden = true)
  boolean isOneProtocol() {
    return oidc == null
        || Stream.of(metadataUrl, metadataXml, entityId, idpEntityId, ssoUrl, certificate, options)
            .allMatch(Objects::isNull);
  }

  @AssertTrue(
      message = "a metadata address must be absolute, like https://idp.example.com/metadata")
  @Schema(hidden = true)
  boolean isAbsoluteAddress() {
    return metadataUrl == null || address().isPresent();
  }

  @AssertTrue(message = "subject.attribute is needed for the source attribute")
  @Schema(hidden = true)
  boolean isSubjectComplete() {
    DraftOptions.Subject subject = options == null ? null : options.subject();
    return subject == null
        || subject.source() != SubjectSource.Source.ATTRIBUTE
        || subject.attribute() != null;
  }

  DraftOptions choices() {
    return options == null ? DraftOptions.NONE : options;
  }

  /** Empty where options alone were given. */
  Optional<IdpInput> input() {
    Optional<String> chosen = Optional.ofNullable(entityId);
    if (metadataUrl != null) {
      return address().map(url -> new IdpInput.MetadataUrl(url, chosen));
    }
    if (metadataXml != null) {
      return Optional.of(new IdpInput.MetadataXml(metadataXml, chosen));
    }
    return idpEntityId == null || ssoUrl == null || certificate == null
        ? Optional.empty()
        : Optional.of(new IdpInput.Fields(idpEntityId.strip(), ssoUrl.strip(), certificate));
  }

  private Optional<URI> address() {
    try {
      return Optional.ofNullable(metadataUrl)
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(text -> {
            try {
              return new URI(text);
            } catch (URISyntaxException e) {
              throw new IllegalArgumentException(e);
            }
          })
          .filter(URI::isAbsolute);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
