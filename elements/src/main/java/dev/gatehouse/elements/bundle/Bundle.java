package dev.gatehouse.elements.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes one ES module of the TypeScript sources and Lit, by the esbuild binary from its Maven
 * artifact: no Node. Fails above the size that an embedding page may be asked to load.
 */
final class Bundle {
  private static final int LIMIT_GZIPPED = 120 * 1024;

  private Bundle() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path module = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path bundle = target.resolve("classes/elements/gatehouse.js");
    Files.createDirectories(bundle.getParent());
    Path packages = WebPackages.unpack(target.resolve("web/node_modules"));
    run(command(module, target, bundle, packages), module);
    int gzipped = gzipped(Files.readAllBytes(bundle));
    if (gzipped > LIMIT_GZIPPED) {
      throw new IllegalStateException(
          "gatehouse.js has " + gzipped + " bytes gzipped, more than " + LIMIT_GZIPPED);
    }
  }

  private static List<String> command(Path module, Path target, Path bundle, Path packages)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(WebPackages.esbuild(target.resolve("web")).toString());
    command.add(module.resolve("src/main/ts/index.ts").toString());
    command.add("--bundle");
    command.add("--format=esm");
    command.add("--target=es2022");
    command.add("--minify");
    command.add("--charset=utf8");
    command.add("--legal-comments=none");
    command.add("--log-level=warning");
    command.add("--tsconfig=" + module.resolve("tsconfig.json"));
    command.add("--outfile=" + bundle);
    for (String name : WebPackages.names()) {
      command.add("--alias:" + name + "=" + packages.resolve(name));
    }
    return command;
  }

  private static void run(List<String> command, Path module)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(command).directory(module.toFile()).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("esbuild ended with " + status);
    }
  }

  private static int gzipped(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.size();
  }
}
