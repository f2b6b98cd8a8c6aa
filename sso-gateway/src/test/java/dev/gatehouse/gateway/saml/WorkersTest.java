package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.page.TooBusy;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void aFloodIsTurnedAwayAndHarmsNobodyWhoWaits() throws InterruptedException {
    Workers workers = new Workers(new OneAtATime());
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    var first =
        workers
            .run(() -> {
              running.countDown();
              return await(done);
            })
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    running.await();
    var second =
        workers.run(() -> "second").subscribe().withSubscriber(UniAssertSubscriber.create());

    var third = workers.run(() -> "third").subscribe().withSubscriber(UniAssertSubscriber.create());

    third.awaitFailure(failure -> assertThat(failure).isInstanceOf(TooBusy.class));
    done.countDown();
    first.awaitItem(Duration.ofSeconds(5)).assertItem("first");
    second.awaitItem(Duration.ofSeconds(5)).assertItem("second");
    workers.stop();
  }

  private static String await(CountDownLatch latch) {
    try {
      latch.await();
      return "first";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record OneAtATime() implements SamlConfig {
    @Override
    public OptionalInt workers() {
      return OptionalInt.of(1);
    }

    @Override
    public int queue() {
      return 1;
    }

    @Override
    public Duration clockSkew() {
      return Duration.ZERO;
    }
  }
}
