package dev.gatehouse.elements.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes ES modules of the TypeScript sources and Lit, by the esbuild binary from its Maven
 * artifact: no Node. The main one has all components and English; every other language is one of
 * its own, which the main one loads. Fails above the sizes that an embedding page may be asked to
 * load.
 */
final class Bundle {
  private static final int LIMIT_GZIPPED = 90 * 1024;
  private static final int LANGUAGE_LIMIT_GZIPPED = 16 * 1024;

  private static final String MAIN = "gatehouse.js";

  private Bundle() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path module = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path modules = target.resolve("classes/elements");
    Files.createDirectories(modules);
    Path packages = WebPackages.unpack(target.resolve("web/node_modules"));
    run(command(module, target, modules, packages), module);
    try (Stream<Path> made = Files.list(modules)) {
      made.forEach(Bundle::checkSize);
    }
  }

  private static List<String> command(Path module, Path target, Path modules, Path packages)
      throws IOException {
    Path sources = module.resolve("src/main/ts");
    List<String> command = new ArrayList<>();
    command.add(WebPackages.esbuild(target.resolve("web")).toString());
    command.add("gatehouse=" + sources.resolve("index.ts"));
    for (Path language : languages(sources.resolve("i18n"))) {
      command.add(language.toString());
      // Its import stays as it is, and finds it beside the main module.
      command.add("--external:./" + language.getFileName().toString().replace(".ts", ".js"));
    }
    command.add("--bundle");
    command.add("--entry-names=[name]");
    command.add("--format=esm");
    command.add("--target=es2022");
    command.add("--minify");
    command.add("--charset=utf8");
    command.add("--legal-comments=none");
    command.add("--log-level=warning");
    command.add("--tsconfig=" + module.resolve("tsconfig.json"));
    command.add("--outdir=" + modules);
    for (String name : WebPackages.names()) {
      command.add("--alias:" + name + "=" + packages.resolve(name));
    }
    return command;
  }

  private static List<Path> languages(Path texts) throws IOException {
    try (Stream<Path> files = Files.list(texts)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("gatehouse-"))
          .sorted()
          .toList();
    }
  }

  private static void checkSize(Path module) {
    int limit = module.endsWith(MAIN) ? LIMIT_GZIPPED : LANGUAGE_LIMIT_GZIPPED;
    int gzipped = gzipped(module);
    if (gzipped > limit) {
      throw new IllegalStateException(
          module.getFileName() + " has " + gzipped + " bytes gzipped, more than " + limit);
    }
  }

  private static void run(List<String> command, Path module)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(command).directory(module.toFile()).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("esbuild ended with " + status);
    }
  }

  private static int gzipped(Path module) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      Files.copy(module, gzip);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return compressed.size();
  }
}
