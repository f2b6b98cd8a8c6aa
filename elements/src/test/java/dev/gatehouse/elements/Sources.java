package dev.gatehouse.elements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the other modules, which serve pages that are looked at here together with ours. */
final class Sources {
  private Sources() {}

  /** A path below the repository's root, wherever in it this was started. */
  static Path of(String path) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("sso-gateway"))) {
      root = root.getParent();
      if (root == null) {
        throw new IllegalStateException("This was not started within the repository");
      }
    }
    return root.resolve(path);
  }

  static String text(String path) {
    try {
      return Files.readString(of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
