package dev.gatehouse.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the moment when something did not start. */
final class LogTail {
  private static final int LINES = 25;

  private LogTail() {}

  static String of(Path log) {
    try {
      // Latin-1 reads any bytes: a broken log must not hide the failure it tells about.
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "The end of %s:\n  %s".formatted(log, String.join("\n  ", last));
    } catch (IOException e) {
      return "There is no log at " + log + ".";
    }
  }
}
