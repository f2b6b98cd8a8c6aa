package dev.gatehouse.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One part's process: started until ready, stopped in good order, killed, started again. */
final class Child {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(15);

  /** How to start a part and how to see that it serves. */
  record Recipe(
      Part part,
      List<String> command,
      Map<String, String> environment,
      StopSignal stop,
      Duration patience,
      int attempts,
      Probe probe) {}

  /** Whether the part serves now. Throws when the answer is no and the exception says why. */
  @FunctionalInterface
  interface Probe {
    boolean ready() throws Exception;
  }

  private final Recipe recipe;
  private final Path log;
  private final OrphanWatch orphans;
  private final Consumer<String> tell;
  private @Nullable Process process;
  private volatile boolean serving;

  Child(Recipe recipe, Path log, OrphanWatch orphans, Consumer<String> tell) {
    this.recipe = recipe;
    this.log = log;
    this.orphans = orphans;
    this.tell = tell;
  }

  Part part() {
    return recipe.part();
  }

  List<String> command() {
    return recipe.command();
  }

  Path log() {
    return log;
  }

  synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  /** The process id, or 0 when it does not run. */
  synchronized long pid() {
    return process != null && process.isAlive() ? process.pid() : 0;
  }

  /** Starts it unless it runs; returns once it serves. */
  void start() {
    for (int attempt = 1; ; attempt++) {
      Process started = launch();
      if (serves(started)) {
        serving = started.isAlive();
        return;
      }
      if (attempt == recipe.attempts()) {
        throw new Refusal(
            "%s ended with status %d before it was ready.\n%s"
                .formatted(part().id(), started.exitValue(), LogTail.of(log)));
      }
      pause(PAUSE_BETWEEN_ATTEMPTS);
    }
  }

  /** Waits until it serves; false when it ended instead. */
  private boolean serves(Process started) {
    long deadline = System.nanoTime() + recipe.patience().toNanos();
    String reason = "it gave no answer";
    while (System.nanoTime() < deadline) {
      if (!started.isAlive()) {
        return false;
      }
      try {
        if (recipe.probe().ready()) {
          return true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refusal("Interrupted while " + part().id() + " started.", e);
      } catch (Exception notYet) {
        reason = String.valueOf(notYet.getMessage());
      }
      pause(PAUSE);
    }
    throw new Refusal(
        "%s was not ready after %d s: %s\n%s"
            .formatted(part().id(), recipe.patience().toSeconds(), reason, LogTail.of(log)));
  }

  private synchronized Process launch() {
    if (process != null && process.isAlive()) {
      return process;
    }
    List<String> command = new ArrayList<>(OwnSession.prefix());
    command.addAll(recipe.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(recipe.environment());
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process started = builder.start();
      process = started;
      orphans.watch(started.pid(), recipe.stop());
      var unused = started.onExit().thenAccept(this::ended);
      return started;
    } catch (IOException e) {
      throw new Refusal("Cannot start " + part().id() + ": " + e.getMessage(), e);
    }
  }

  private void ended(Process gone) {
    orphans.forget(gone.pid());
    if (serving) {
      serving = false;
      tell.accept(
          "%s ended by itself (status %d); its log is %s"
              .formatted(part().id(), gone.exitValue(), log));
    }
  }

  /** Asks it to end and waits; kills what does not end in time. */
  void stop() {
    Process running = unwanted();
    if (running == null) {
      return;
    }
    signal(running);
    if (!ends(running, GRACE)) {
      tell.accept(part().id() + " did not end within " + GRACE.toSeconds() + " s and was killed");
      kill();
    }
  }

  /** Ends it at once, as a crash would. */
  void kill() {
    Process running = unwanted();
    if (running != null) {
      running.destroyForcibly();
      ends(running, GRACE);
    }
  }

  private synchronized @Nullable Process unwanted() {
    serving = false;
    return process != null && process.isAlive() ? process : null;
  }

  private void signal(Process running) {
    switch (recipe.stop()) {
      case TERM -> running.destroy();
      case INT -> Signals.send(StopSignal.INT, running.pid());
    }
  }

  private static boolean ends(Process running, Duration within) {
    try {
      return running.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }
}
