package dev.gatehouse.backends;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas and examples of {@code contracts/events}. */
public final class EventContracts {

  private static final Path EVENTS =
      Path.of(System.getProperty("gatehouse.contracts", "../contracts")).resolve("events");

  private EventContracts() {}

  /** What is wrong with the data, measured by the schema; empty if nothing. */
  public static List<String> violations(String schema, String json) {
    Schema checker =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(read(EVENTS.resolve(schema + ".schema.json")));
    return checker.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** The example data of an event name. */
  public static String example(String schema, String event) {
    return read(EVENTS.resolve("examples").resolve(schema).resolve(event + ".json"));
  }

  /** All event names that have an example for the schema. */
  public static List<String> eventNames(String schema) {
    try (Stream<Path> files = Files.list(EVENTS.resolve("examples").resolve(schema))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
