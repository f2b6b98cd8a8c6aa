package dev.gatehouse.verification.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(
    packages = "dev.gatehouse.verification",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices()
          .matching("dev.gatehouse.verification.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs the one that needs it is one feature");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("end-to-end tests move the clock");

  @ArchTest
  static final ArchRule IDS_COME_FROM_ONE_PRODUCER =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .because("ids are UUIDv7, which sort by time");

  @ArchTest
  static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .because("a class should be usable without a container");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .because("such words hide a missing idea");

  @ArchTest
  static final ArchRule ONLY_RESOURCES_KNOW_PATHS =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.ws.rs.Path")
          .because("use cases do not know how they are asked");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_SPEAKS_DNS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..check.dns..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.xbill.DNS..", "io.vertx.core.dns..", "io.vertx.mutiny.core.dns..")
          .because("which client answers is the port's business");

  @ArchTest
  static final ArchRule NAMES_AND_PROVIDERS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..verification.name..", "..verification.provider..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.persistence..", "org.apache.kafka..")
          .because("rules are tested without a container");
}
