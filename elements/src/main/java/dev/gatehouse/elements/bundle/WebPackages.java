package dev.gatehouse.elements.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The npm packages among this module's Maven dependencies, where esbuild can find them. */
final class WebPackages {
  private static final String MARK = "META-INF/importmap.json";
  private static final Pattern ROOT = Pattern.compile("META-INF/resources/_static/[^/]+/[^/]+/");
  private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

  private WebPackages() {}

  /** Packages that sources may import by name; others come in through them. */
  static List<String> names() {
    return List.of("lit");
  }

  /** Unpacks all packages, the names of their folders being those of {@code package.json}. */
  static Path unpack(Path folder) throws IOException {
    for (URL mark : Collections.list(loader().getResources(MARK))) {
      JarFile jar = ((JarURLConnection) mark.openConnection()).getJarFile();
      for (JarEntry entry : Collections.list(jar.entries())) {
        Matcher root = ROOT.matcher(entry.getName());
        if (root.lookingAt() && !entry.isDirectory() && described(jar, root.group())) {
          Path home = folder.resolve(nameIn(jar, root.group()));
          copy(jar, entry, home.resolve(entry.getName().substring(root.end())).normalize(), home);
        }
      }
    }
    return folder;
  }

  /** The binary of this platform. */
  static Path esbuild(Path folder) throws IOException {
    Path packages = folder.resolve("node_modules/@esbuild");
    try (var found = Files.walk(packages, 3)) {
      Path binary =
          found
              .filter(file -> file.getFileName().toString().matches("esbuild(\\.exe)?"))
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No esbuild for this platform"));
      if (!binary.toFile().setExecutable(true)) {
        throw new IllegalStateException(binary + " cannot be made executable");
      }
      return binary;
    }
  }

  /** Packages of types alone come without a description; nothing of them is bundled. */
  private static boolean described(JarFile jar, String root) {
    return jar.getJarEntry(root + "package.json") != null;
  }

  private static String nameIn(JarFile jar, String root) throws IOException {
    try (InputStream content = jar.getInputStream(jar.getJarEntry(root + "package.json"))) {
      Matcher name = NAME.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      if (!name.find()) {
        throw new IllegalStateException("A package without a name in " + jar.getName());
      }
      return name.group(1);
    }
  }

  private static void copy(JarFile jar, JarEntry entry, Path file, Path home) throws IOException {
    if (!file.startsWith(home)) {
      throw new IllegalStateException(entry + " leads out of its package");
    }
    if (Files.exists(file) && Files.size(file) == entry.getSize()) {
      return;
    }
    Files.createDirectories(file.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
