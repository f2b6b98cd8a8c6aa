package dev.gatehouse.verification.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores what a check found as JSON text. */
@Converter
class FoundRecords implements AttributeConverter<List<FoundRecord>, String> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<FoundRecord>> LIST = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<FoundRecord> found) {
    try {
      return JSON.writeValueAsString(found);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records are always writable", e);
    }
  }

  @Override
  public List<FoundRecord> convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored records are not readable", e);
    }
  }
}
