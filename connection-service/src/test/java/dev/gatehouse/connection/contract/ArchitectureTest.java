package dev.gatehouse.connection.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gatehouse.connection");

  @Test
  void featuresHaveNoCycles() {
    check(
        slices()
            .matching("dev.gatehouse.connection.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs its own user cannot be understood alone"));
  }

  @Test
  void onlyTheClockTellsTheTime() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .because("tests must be able to move time"));
  }

  @Test
  void onlyIdsMakesIds() {
    check(
        noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("ids carry their time of creation"));
  }

  @Test
  void dependenciesComeThroughConstructors() {
    check(
        noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("a class must be usable without a container"));
  }

  @Test
  void namesSayWhatAClassIsFor() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Helper|Manager|Impl)")
            .because("such a name hides a missing idea"));
  }

  @Test
  void onlyResourcesHavePaths() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Path.class)
            .because("HTTP stays at the edge"));
  }

  @Test
  void useCasesKnowNothingOfHttp() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotContaining("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Answers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("domain code never knows a status code"));
  }

  @Test
  void onlyTheOutboxPublishes() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Emitter.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Outgoing.class)
            .because("an event leaves if and only if its transaction commits"));
  }

  @Test
  void onlyTheSamlLibraryKnowsOpenSaml() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opensaml..")
            .because("it is out of support and must stay replaceable"));
  }

  @Test
  void valuesAndPoliciesKnowNoDatabase() {
    check(
        noClasses()
            .that()
            .haveSimpleName("ActivationPolicy")
            .or()
            .haveSimpleName("KeyPlan")
            .or()
            .haveSimpleName("ConnectionStatus")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "io.quarkus..", "io.smallrye..")
            .because("rules are read and tested alone"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
