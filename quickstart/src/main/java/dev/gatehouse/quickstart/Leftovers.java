package dev.gatehouse.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of an earlier launcher that nobody ended. Whoever holds the data directory's lock may
 * end them; they are known by their command line, which names the directory.
 */
final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private Leftovers() {}

  /** Ends what still runs from this directory and returns how many that were. */
  static int endedIn(Path directory) {
    List<ProcessHandle> ours =
        ProcessHandle.allProcesses().filter(process -> runsIn(process, directory)).toList();
    for (ProcessHandle process : ours) {
      if (process.info().commandLine().orElse("").contains("/bin/postgres")) {
        Signals.send(StopSignal.INT, process.pid());
      } else {
        process.destroy();
      }
    }
    ours.forEach(Leftovers::awaitEnd);
    return ours.size();
  }

  private static boolean runsIn(ProcessHandle process, Path directory) {
    if (process.pid() == ProcessHandle.current().pid()) {
      return false;
    }
    String[] arguments = process.info().arguments().orElse(new String[0]);
    for (int i = 0; i < arguments.length; i++) {
      boolean service = arguments[i].equals("-Dgatehouse.data=" + directory);
      boolean broker = arguments[i].equals(directory.resolve("kafka.properties").toString());
      boolean database =
          arguments[i].equals("-D")
              && i + 1 < arguments.length
              && arguments[i + 1].equals(directory.resolve("postgres").toString());
      if (service || broker || database) {
        return true;
      }
    }
    return false;
  }

  private static void awaitEnd(ProcessHandle process) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stubborn) {
      process.destroyForcibly();
      end.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
