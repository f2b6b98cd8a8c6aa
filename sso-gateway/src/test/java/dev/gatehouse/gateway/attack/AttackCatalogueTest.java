package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/attacks.md} names a test for every attack, or says that there is none and why. */
class AttackCatalogueTest {

  private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
  private static final Map<String, Integer> ATTACKS = new LinkedHashMap<>();

  static {
    ATTACKS.put("XSW", 12);
    ATTACKS.put("PD", 9);
    ATTACKS.put("CR", 10);
    ATTACKS.put("SP", 10);
    ATTACKS.put("TN", 15);
    ATTACKS.put("DV", 8);
    ATTACKS.put("RP", 9);
    ATTACKS.put("AS", 12);
    ATTACKS.put("SF", 2);
    ATTACKS.put("EV", 2);
    ATTACKS.put("SE", 2);
    ATTACKS.put("LG", 2);
    ATTACKS.put("UI", 2);
    ATTACKS.put("DOS", 1);
  }

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-Z]+[0-9]+) \\| ([^|]+) \\| (.+) \\|$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern REASON = Pattern.compile("Not covered: .{20,}");

  private record Row(String attack, String proof) {}

  @Test
  void everyAttackHasItsRow() throws IOException {
    assertThat(rows())
        .extracting(Row::attack)
        .containsExactlyElementsOf(
            ATTACKS.entrySet().stream()
                .flatMap(kind ->
                    IntStream.rangeClosed(1, kind.getValue()).mapToObj(i -> kind.getKey() + i))
                .toList());
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Map<String, List<Path>> sources = testSources();
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      for (var named = TEST.matcher(row.proof()); named.find(); ) {
        if (!exists(sources.getOrDefault(named.group(1), List.of()), named)) {
          missing.add(row.attack() + ": " + named.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsNotCoveredSaysWhy() throws IOException {
    assertThat(rows())
        .allSatisfy(row -> {
          if (!TEST.matcher(row.proof()).find()) {
            assertThat(row.proof()).as(row.attack()).containsPattern(REASON);
          }
        });
  }

  private static boolean exists(List<Path> sources, Matcher named) throws IOException {
    String method = named.group(2);
    for (Path source : sources) {
      if (method == null || Files.readString(source).contains(" " + method + "(")) {
        return true;
      }
    }
    return false;
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("docs/attacks.md")))
        .results()
        .map(row -> new Row(row.group(1), row.group(3)))
        .toList();
  }

  /** By the name of the class; a few modules have classes of one name. */
  private static Map<String, List<Path>> testSources() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> modules =
        Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("libraries")))) {
      for (Path tests : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            files.filter(file -> file.toString().endsWith("Test.java")).forEach(all::add);
          }
        }
      }
    }
    return all.stream()
        .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));
  }
}
