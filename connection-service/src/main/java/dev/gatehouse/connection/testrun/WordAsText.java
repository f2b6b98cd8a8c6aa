package dev.gatehouse.connection.testrun;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Keeps words of the API in the database as they are in the API. */
abstract class WordAsText<E extends Enum<E>> implements AttributeConverter<E, String> {

  private final Class<E> type;

  WordAsText(Class<E> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(E word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public E convertToEntityAttribute(String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  /** For the status of a run. */
  @Converter
  public static class OfStatus extends WordAsText<RunStatus> {
    public OfStatus() {
      super(RunStatus.class);
    }
  }

  /** For its progress. */
  @Converter
  public static class OfProgress extends WordAsText<Progress> {
    public OfProgress() {
      super(Progress.class);
    }
  }
}
