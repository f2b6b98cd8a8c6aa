package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the value that names a person for ever is found.
 *
 * @param attribute its name, for {@link Source#ATTRIBUTE} only
 */
public record SubjectSource(Source source, @Nullable String attribute) {

  /** The kinds of places. */
  public enum Source {
    /** The NameID, of any format but transient. */
    @JsonProperty("name_id")
    NAME_ID,
    /** The single value of one attribute. */
    @JsonProperty("attribute")
    ATTRIBUTE,
    /** Entra's tenant and object id, which survive changes of name, mail and UPN. */
    @JsonProperty("entra_object_id")
    ENTRA_OBJECT_ID
  }

  public static SubjectSource of(Source source) {
    return new SubjectSource(source, null);
  }
}
