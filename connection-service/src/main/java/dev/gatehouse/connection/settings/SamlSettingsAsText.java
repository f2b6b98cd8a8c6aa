package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps settings as JSON, readable after fields were added. */
@Converter
public class SamlSettingsAsText implements AttributeConverter<SamlSettings, String> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public String convertToDatabaseColumn(SamlSettings settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings are always writable", e);
    }
  }

  @Override
  public SamlSettings convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, SamlSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored settings cannot be read", e);
    }
  }
}
