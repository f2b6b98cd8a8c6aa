package dev.gatehouse.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** All processes of this copy: started in parallel where possible, stopped in reverse order. */
final class Gatehouse {
  private final DataDirectory directory;
  private final Consumer<String> tell;
  private final OrphanWatch orphans = new OrphanWatch();
  private final Map<Part, Child> children = new EnumMap<>(Part.class);
  private boolean stopping;

  Gatehouse(DataDirectory directory, Consumer<String> tell) {
    this.directory = directory;
    this.tell = tell;
  }

  /** Starts the parts, databases and broker first; returns once every one of them serves. */
  void start(Set<Part> parts, Function<Part, Child.Recipe> recipes) {
    inParallel(parts.stream().filter(Part::isBackend).toList(), recipes);
    inParallel(parts.stream().filter(part -> !part.isBackend()).toList(), recipes);
  }

  private void inParallel(Collection<Part> parts, Function<Part, Child.Recipe> recipes) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Void> starts = new ExecutorCompletionService<>(threads);
      for (Part part : parts) {
        var unused =
            starts.submit(() -> {
              start(part, recipes);
              return null;
            });
      }
      try {
        for (Part part : parts) {
          starts.take().get();
        }
      } finally {
        // After a failure nobody waits for the others any more.
        threads.shutdownNow();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while starting.", e);
    }
  }

  private void start(Part part, Function<Part, Child.Recipe> recipes) throws Exception {
    long begin = System.nanoTime();
    Path log = directory.log(part);
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    Child child = add(new Child(recipes.apply(part), log, orphans, tell));
    child.start();
    tell.accept(
        "  %-28s ready after %.1f s".formatted(part.id(), (System.nanoTime() - begin) / 1e9));
  }

  private synchronized Child add(Child child) {
    if (stopping) {
      throw new Refusal("Stopped while starting.");
    }
    children.put(child.part(), child);
    return child;
  }

  Optional<Child> child(Part part) {
    synchronized (this) {
      return Optional.ofNullable(children.get(part));
    }
  }

  synchronized List<Child> children() {
    return List.copyOf(children.values());
  }

  /** Stops everything; whatever needs another part is gone before that part is asked to go. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    stopAll(children().stream().filter(child -> !child.part().isBackend()).toList());
    stopAll(children().stream().filter(child -> child.part() == Part.KAFKA).toList());
    stopAll(children().stream().filter(child -> child.part() == Part.POSTGRES).toList());
    orphans.close();
  }

  private static void stopAll(List<Child> children) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      children.forEach(child -> threads.execute(child::stop));
    }
  }
}
