package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a link says, nobody is sent to an address that the application has not registered. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class OpenRedirectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://app.example/callback/", // one character more
        "https://app.example/callback?next=https://evil.example",
        "https://app.example/callback#x",
        "https://APP.example/callback", // the same to DNS, not to us
        "https://app.example:443/callback",
        "https://app.example/%63allback",
        "https://app.example/callback/../callback",
        "https://app.example@evil.example/callback",
        "https://app.example.evil.example/callback",
        "http://app.example/callback",
        "javascript:alert(1)",
        "//evil.example/callback",
        "/callback",
        "",
      })
  void neverRedirectsToAnUnregisteredUri(String uri) {
    Registered app = TestApplications.confidential();

    Response answer =
        query()
            .queryParam("client_id", app.id().toString())
            .queryParam("redirect_uri", uri)
            .get("/oauth2/authorize");

    isAPageAndNoRedirect(answer);
  }

  @Test
  void neverRedirectsForAnUnknownOrDoubtfulApplication() {
    Registered app = TestApplications.confidential();

    isAPageAndNoRedirect(
        query().queryParam("redirect_uri", "https://evil.example/").get("/oauth2/authorize"));
    isAPageAndNoRedirect(
        query()
            .queryParam("client_id", "app_aaaaaaaaaaaaaaaaaaaaaaaaaa")
            .queryParam("redirect_uri", "https://evil.example/")
            .get("/oauth2/authorize"));
    isAPageAndNoRedirect(
        query()
            .queryParam("client_id", "<script>alert(1)</script>")
            .queryParam("redirect_uri", "https://evil.example/")
            .get("/oauth2/authorize"));
    isAPageAndNoRedirect(
        query()
            .queryParam("client_id", app.id().toString())
            .queryParam("redirect_uri", TestApplications.CALLBACK, "https://evil.example/")
            .get("/oauth2/authorize"));
  }

  private static RequestSpecification query() {
    return given()
        .redirects()
        .follow(false)
        .queryParam("response_type", "code")
        .queryParam("scope", "openid");
  }

  private static void isAPageAndNoRedirect(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.header("Location")).isNull();
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.asString()).doesNotContain("evil.example").doesNotContain("<script>");
  }
}
