package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The race: several organizations prove one name at the same moment. */
@RunningService
class OneOwnerPerNameTest {

  @Test
  void exactlyOneOfManyWinsARace() throws Exception {
    String name = TestOrganization.freshName();
    List<Claimed> claims =
        IntStream.range(0, 5).mapToObj(i -> TestOrganization.ready().claimed(name)).toList();
    claims.forEach(Claimed::publish);

    try (var threads = Executors.newFixedThreadPool(claims.size())) {
      List<Callable<Response>> looks =
          claims.stream().map(claim -> (Callable<Response>) claim::look).toList();
      for (Future<Response> look : threads.invokeAll(looks)) {
        // 409: the server's own check was faster.
        assertThat(look.get().statusCode()).isIn(200, 409);
      }
    }

    assertThat(claims.stream().filter(claim -> has(claim, "verified"))).hasSize(1);
    claims.stream()
        .filter(claim -> !has(claim, "verified"))
        .forEach(loser -> {
          Response seen = loser.awaitOutcome("owned_elsewhere");
          assertThat(seen.<String>path("status")).isEqualTo("pending");
        });
  }

  private static boolean has(Claimed claim, String status) {
    return status.equals(claim.read().path("status"));
  }

  @Test
  void whoLostWinsWithAHigherOwnershipOnceTheNameIsFree() {
    String name = TestOrganization.freshName();
    Claimed first = TestOrganization.ready().claimed(name);
    Claimed second = TestOrganization.ready().claimed(name);
    first.publish();
    first.awaitStatus("verified");
    second.publish();
    second.awaitOutcome("owned_elsewhere");

    first.remove();

    assertThat(second.awaitStatus("verified").<Integer>path("ownership")).isEqualTo(2);
  }

  @Test
  void claimingANameThatIsHeldTellsNothingAboutItsHolder() {
    String name = TestOrganization.freshName();
    Claimed holder = TestOrganization.ready().claimed(name);
    holder.publish();
    holder.awaitStatus("verified");

    Response claim = TestOrganization.ready().claim(name);

    assertThat(claim.statusCode()).isEqualTo(201);
    assertThat(claim.asString()).doesNotContain(holder.organization().id());
  }
}
