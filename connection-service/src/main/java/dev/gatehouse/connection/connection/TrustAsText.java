package dev.gatehouse.connection.connection;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Keeps trust in the words of the API. */
@Converter
public class TrustAsText implements AttributeConverter<Trust, String> {

  @Override
  public String convertToDatabaseColumn(Trust trust) {
    return trust.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Trust convertToEntityAttribute(String text) {
    return Trust.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
