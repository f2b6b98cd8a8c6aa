package dev.gatehouse.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says of every module which test makes its checks, or why there is none. */
class OpenIdConformanceContractTest {

  private static final Path PAGE =
      Path.of(System.getProperty("gatehouse.root"), "docs/openid-conformance.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+) \\|$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test\\.\\w+)`");
  private static final Pattern REASON = Pattern.compile("Not (applicable|yet): .{20,}");
  private static final Path CLASSES =
      Path.of(
          OpenIdConformanceContractTest.class
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .getPath());

  @Test
  void everyModuleOfEveryPlanIsOnThePageOnce() throws IOException {
    assertThat(rows().keySet()).containsExactlyElementsOf(CertificationPlan.allModules());
    assertThat(Files.readString(PAGE))
        .contains(Stream.of(CertificationPlan.values()).map(CertificationPlan::heading).toList());
  }

  @Test
  void thePageNamesForEachModuleTheTestsThatReproduceIt() throws IOException {
    Map<String, Set<String>> tested = tested();

    assertThat(tested.keySet()).isSubsetOf(CertificationPlan.allModules());
    assertThat(rows())
        .allSatisfy((module, text) ->
            assertThat(TEST.matcher(text).results().map(found -> found.group(1)))
                .as(module)
                .containsExactlyInAnyOrderElementsOf(tested.getOrDefault(module, Set.of())));
  }

  @Test
  void whatHasNoTestSaysWhy() throws IOException {
    assertThat(rows())
        .allSatisfy((module, text) -> {
          if (TEST.matcher(text).results().findAny().isEmpty()) {
            assertThat(text).as(module).matches(REASON);
          }
        });
  }

  private static Map<String, String> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1),
                (MatchResult row) -> row.group(2),
                (one, another) -> one + another,
                LinkedHashMap::new));
  }

  private static Map<String, Set<String>> tested() throws IOException {
    Path here =
        CLASSES.resolve(OpenIdConformanceContractTest.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(here)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .flatMap(name -> Stream.of(loaded(name.replace(".class", "")).getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Reproduces.class))
          .flatMap(method ->
              Stream.of(method.getAnnotation(Reproduces.class).value())
                  .map(module -> Map.entry(module, name(method))))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey,
                  Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }
  }

  private static Class<?> loaded(String simpleName) {
    try {
      return Class.forName(
          OpenIdConformanceContractTest.class.getPackageName() + "." + simpleName,
          false,
          OpenIdConformanceContractTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
