package dev.gatehouse.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one directory that keeps everything; locked for as long as a launcher uses it. */
final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Takes the directory for this process, or refuses because another copy has it. */
  static DataDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      // Resolved, because running processes are recognised by this path.
      Path real = root.toRealPath();
      FileChannel channel =
          FileChannel.open(
              real.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (held(channel) == null) {
        String holder = Files.readString(real.resolve(LOCK)).strip();
        channel.close();
        throw new Refusal(
            "Gatehouse already runs in %s (process %s): stop it first, or use another --data directory."
                .formatted(root, holder.isEmpty() ? "unknown" : holder));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new DataDirectory(real, channel);
    } catch (IOException e) {
      throw new Refusal("Cannot use the data directory " + root + ": " + e, e);
    }
  }

  private static @Nullable FileLock held(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  Path log(Part part) {
    return root.resolve("logs").resolve(part.id() + ".log");
  }

  /** Deletes everything but the lock, which this process goes on holding. */
  void empty() {
    try (Stream<Path> children = Files.list(root)) {
      for (Path child : children.toList()) {
        if (!child.getFileName().toString().equals(LOCK)) {
          deleteTree(child);
        }
      }
    } catch (IOException e) {
      throw new Refusal("Cannot empty " + root + ": " + e, e);
    }
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(tree)) {
      deepestFirst = all.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** Writes a file that only its owner may read, so that no moment exists in which others can. */
  static void writePrivate(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.truncate(0);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
