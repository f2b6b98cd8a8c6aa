package dev.gatehouse.sandbox.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the sandbox's files in the directory {@code sandbox.data}. */
@Singleton
public final class KeptFiles {
  private final Path directory;
  private final ObjectMapper json;

  KeptFiles(@ConfigProperty(name = "sandbox.data") String directory, ObjectMapper json) {
    this.directory = Path.of(directory);
    this.json = json;
  }

  public <T> KeptFile<T> open(String name, TypeReference<T> type, Supplier<T> initial) {
    return new KeptFile<>(directory.resolve(name + ".json"), json, type, initial);
  }
}
