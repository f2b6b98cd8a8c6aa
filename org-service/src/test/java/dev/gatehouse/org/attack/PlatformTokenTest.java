package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.as;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The platform's own tokens: staff are operators, users are the members they are, and no more. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@QuarkusTestResource(value = PlatformIssuer.class, restrictToAnnotatedClass = true)
class PlatformTokenTest {

  @Test
  void staffAreOperators() {
    String id =
        as(token(PlatformIssuer.claims("dana").claim("groups", List.of("x", "gatehouse-staff"))))
            .body(Map.of("name", "Made by staff"))
            .post("/v1/organizations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    assertThat(auditOf(id, "organization.created").getFirst())
        .containsEntry("actor", "operator:dana");
  }

  @Test
  void usersAreTheMembersWithTheirExternalId() {
    String acme = organization();
    String other = organization();
    invite(acme, "user-17", "org:admin");
    invite(other, "user-17", "org:member");
    String token = token(PlatformIssuer.claims("user-17").claim("groups", List.of("customers")));

    as(token).get("/v1/organizations/{o}/members", acme).then().statusCode(200);
    as(token)
        .body(Map.of("email", "new@acme.example"))
        .post("/v1/organizations/{o}/members", acme)
        .then()
        .statusCode(201);
    as(token)
        .body(Map.of("email", "new@acme.example"))
        .post("/v1/organizations/{o}/members", other)
        .then()
        .statusCode(403);
    as(token).get("/v1/organizations/{o}", organization()).then().statusCode(404);
    as(token)
        .get("/v1/organizations")
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    refused(PlatformIssuer.claims("dana").claim("groups", "gatehouse-staff").audience("elsewhere"));
    refused(
        PlatformIssuer.claims("dana")
            .claim("groups", "gatehouse-staff")
            .audience("urn:gatehouse:admin"));
  }

  /** Signed by the platform, but claiming to be from us. */
  @Test
  void aTokenThatNamesOurIssuerIsRefused() {
    refused(
        PlatformIssuer.claims("dana")
            .issuer(AdminTokens.PUBLIC_URL + "/v1/oauth")
            .audience("urn:gatehouse:admin")
            .claim("scope", "operator"));
  }

  @Test
  void aTokenOfAnUnknownIssuerIsRefused() {
    refused(PlatformIssuer.claims("dana").issuer("https://evil.example"));
  }

  /** An embed session is ours alone to give. */
  @Test
  void theClaimsOfOurOwnTokensMeanNothingHere() {
    String acme = organization();
    String admin = invite(acme, "user-1", "org:admin");

    as(token(PlatformIssuer.claims(admin).claim("organization", acme)))
        .get("/v1/organizations/{o}", acme)
        .then()
        .statusCode(404);
    as(token(PlatformIssuer.claims("mallory").claim("scope", "operator")))
        .get("/v1/organizations")
        .then()
        .statusCode(403);
  }

  @Test
  void ourOwnTokensGoOnWorking() {
    asOperator().get("/v1/organizations").then().statusCode(200);
  }

  private static void refused(JWTClaimsSet.Builder claims) {
    as(token(claims)).get("/v1/organizations").then().statusCode(401);
  }

  private static String token(JWTClaimsSet.Builder claims) {
    return PlatformIssuer.signed(claims);
  }

  private static String invite(String organization, String externalId, String role) {
    return asOperator()
        .body(Map.of("email", externalId + "@acme.example", "externalId", externalId, "role", role))
        .post("/v1/organizations/{o}/members", organization)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
