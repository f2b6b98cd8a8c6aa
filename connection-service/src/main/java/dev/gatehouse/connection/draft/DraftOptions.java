package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.SsoBinding;
import dev.gatehouse.connection.settings.SubjectSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an admin may choose; what is left out stays as the revision before has it, or else with the
 * provider's default.
 *
 * @param nameIdFormat asked for in the request, an empty one asks for none; transient is refused,
 *     because it names nobody
 * @param requestedAuthnContext asked for in the request, an empty one asks for none
 */
record DraftOptions(
    @Nullable SsoBinding ssoBinding,
    @Pattern(
            regexp = "|urn:oasis:names:tc:SAML:[^\\s]+(?<!:transient)",
            message = "must be a SAML NameID format other than transient")
        @Size(max = 200)
        @Nullable String nameIdFormat,
    @Nullable Boolean forceAuthn,
    @Size(max = 500) @Nullable String requestedAuthnContext,
    @Nullable Boolean signRequests,
    @Valid @Nullable Subject subject,
    @Valid @Nullable Attributes attributes,
    @Schema(
            description =
                "Operators only, ninety days at most: until when SHA-1 signatures are let through;"
                    + " a time that is over ends it")
        @Nullable Instant allowSha1Until) {

  static final DraftOptions NONE = new DraftOptions(null, null, null, null, null, null, null, null);

  /** Where the value that names a person for ever is found. */
  record Subject(
      SubjectSource.@NotNull Source source, @Size(min = 1, max = 500) @Nullable String attribute) {

    SubjectSource value() {
      return new SubjectSource(source, source == SubjectSource.Source.ATTRIBUTE ? attribute : null);
    }
  }

  /** Attribute names in order of preference; a list that is given replaces the default one. */
  record Attributes(
      @Size(max = 20) @Nullable List<@NotNull @Size(min = 1, max = 500) String> email,
      @Size(max = 20) @Nullable List<@NotNull @Size(min = 1, max = 500) String> givenName,
      @Size(max = 20) @Nullable List<@NotNull @Size(min = 1, max = 500) String> familyName,
      @Size(max = 20) @Nullable List<@NotNull @Size(min = 1, max = 500) String> groups) {

    AttributeNames over(AttributeNames otherwise) {
      return new AttributeNames(
          email == null ? otherwise.email() : email,
          givenName == null ? otherwise.givenName() : givenName,
          familyName == null ? otherwise.familyName() : familyName,
          groups == null ? otherwise.groups() : groups);
    }
  }
}
