package dev.gatehouse.sandbox.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One immutable value, held in memory and written whole to its file at every change. */
public final class KeptFile<T> {
  private final Path path;
  private final ObjectMapper json;
  private volatile T value;

  KeptFile(Path path, ObjectMapper json, TypeReference<T> type, Supplier<T> initial) {
    this.path = path;
    this.json = json;
    this.value = load(path, json, type, initial);
  }

  public T get() {
    return value;
  }

  public synchronized T update(UnaryOperator<T> change) {
    T next = change.apply(value);
    write(next);
    value = next;
    return next;
  }

  /** Some files hold keys and secrets: for their owner alone. */
  private static void restrict(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static <T> T load(
      Path path, ObjectMapper json, TypeReference<T> type, Supplier<T> initial) {
    if (!Files.exists(path)) {
      return initial.get();
    }
    try {
      return json.readValue(path.toFile(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + "; remove it to start afresh.", e);
    }
  }

  /** By rename, so that a crash leaves the old file or the new one, never half of one. */
  private void write(T next) {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(draft.toAbsolutePath().getParent());
      json.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), next);
      restrict(draft);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }
}
