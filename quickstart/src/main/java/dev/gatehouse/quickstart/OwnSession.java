package dev.gatehouse.quickstart;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What to put before a command so that it runs in a session of its own.
 *
 * <p>A terminal sends Ctrl-C to everything in its foreground group at once; services would lose
 * their database before they have finished. In a session of its own a process is stopped only by
 * the launcher, in order.
 */
final class OwnSession {
  private static final String PERL = "use POSIX; POSIX::setsid(); exec @ARGV or exit 127";

  private OwnSession() {}

  /** Replaces itself by the command, so the process id stays the one that was started. */
  static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    // macOS has no setsid command, and has perl.
    return onPath("perl") ? List.of("perl", "-e", PERL) : List.of();
  }

  static boolean onPath(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
  }
}
