package dev.gatehouse.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the children of a launcher that was killed before it could do so itself.
 *
 * <p>A small shell holds the other end of a pipe and is told which processes run. When the pipe
 * closes, whatever the reason, it stops the ones still on its list.
 */
final class OrphanWatch implements AutoCloseable {
  private static final String SCRIPT =
      """
      list=""
      while read -r word signal pid; do
        case $word in
          watch) list="$list $signal:$pid" ;;
          forget) kept=""
            for entry in $list; do [ "${entry#*:}" = "$pid" ] || kept="$kept $entry"; done
            list=$kept ;;
        esac
      done
      for entry in $list; do kill -s "${entry%%:*}" "${entry#*:}" 2>/dev/null; done
      for second in 1 2 3 4 5 6 7 8 9 10; do
        alive=""
        for entry in $list; do kill -0 "${entry#*:}" 2>/dev/null && alive=yes; done
        [ -n "$alive" ] || exit 0
        sleep 1
      done
      for entry in $list; do kill -s KILL "${entry#*:}" 2>/dev/null; done
      exit 0
      """;

  private final Process shell;
  private final Writer lines;

  OrphanWatch() {
    List<String> command = new ArrayList<>(OwnSession.prefix());
    command.addAll(List.of("sh", "-c", SCRIPT, "gatehouse-orphan-watch"));
    try {
      shell =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  void watch(long pid, StopSignal signal) {
    tell("watch " + signal.id() + " " + pid);
  }

  void forget(long pid) {
    tell("forget - " + pid);
  }

  private synchronized void tell(String line) {
    try {
      lines.write(line + "\n");
      lines.flush();
    } catch (IOException shellGone) {
      // Only this safety net is lost; the launcher still stops its children itself.
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to tell.
    }
  }
}
