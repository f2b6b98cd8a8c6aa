package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Settings as they are stored: JSON, readable after fields were added. */
public final class SettingsText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private SettingsText() {}

  public static String of(Settings settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings are always writable", e);
    }
  }

  public static Settings read(Protocol protocol, String text) {
    try {
      return switch (protocol) {
        case SAML -> JSON.readValue(text, SamlSettings.class);
        case OIDC -> JSON.readValue(text, OidcSettings.class);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored settings cannot be read", e);
    }
  }
}
