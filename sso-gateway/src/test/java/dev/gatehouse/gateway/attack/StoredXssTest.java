package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.projection.KnownWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UI1. Names and claims that others chose, on pages that somebody else looks at. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class StoredXssTest {

  private static final String MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject TestRuns testRuns;
  @Inject KnownWorld world;

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "audience", "name", "format", "email", "recipient"})
  void theReportOfATestShowsWhatCameAsText(String where) {
    TestConnection acme = customers.active();
    Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    IdpResponse answer = admin.answer(acme.email("admin"));
    plant(where).accept(answer);

    Response page = admin.comesBackWith(answer.signedBy(acme.key()));

    isInert(page.asString());
    page.then().statusCode(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("script-src")
        .doesNotContain("unsafe");
  }

  @Test
  void theNamesOfConnectionsToChooseFromAreText() {
    TestConnection first = customers.active();
    TestConnection second = customers.second(first);
    Map<String, Object> named = new HashMap<>();
    named.put("status", "active");
    named.put("live", first.revision(first.customer().revision(), 1));
    named.put("name", MARKUP);
    world.connection(first.customer(), "ConnectionChanged", named);

    var chooser =
        trips.begin(
            trips.request(null, first.customer().organization().toString(), null, Set.of(), null));

    String html = (String) chooser.getEntity();
    assertThat(html).contains(second.id().toString()).contains("&lt;script&gt;");
    isInert(html);
  }

  private static Consumer<IdpResponse> plant(String where) {
    String xml = MARKUP.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    return switch (where) {
      case "issuer" -> answer -> answer.issuer = xml;
      case "audience" -> answer -> answer.audience = xml;
      case "name" -> answer -> answer.nameId = xml;
      case "format" -> answer -> answer.nameIdFormat = xml;
      case "email" -> answer -> answer.email = xml;
      case "recipient" -> answer -> answer.recipient = xml;
      default -> throw new IllegalArgumentException(where);
    };
  }

  private static void isInert(String html) {
    assertThat(html).doesNotContain("<script>alert").doesNotContain("<img");
  }
}
