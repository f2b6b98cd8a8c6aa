package dev.gatehouse.verification.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Where a domain is in its life, as stored and published; see {@link DomainState}. */
public enum DomainStatus {
  PENDING,
  VERIFIED,
  LAPSING,
  LAPSED,
  EXPIRED,
  REMOVED,
  /** Removed because its organization was deleted; only ids are left of it. */
  DELETED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Stored as it is published. */
  @Converter(autoApply = true)
  static class AsText implements AttributeConverter<DomainStatus, String> {
    @Override
    public String convertToDatabaseColumn(DomainStatus status) {
      return status.code();
    }

    @Override
    public DomainStatus convertToEntityAttribute(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
