package dev.gatehouse.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private final Admission admission =
      new Admission(new Two(), new AnswerRates(new Two(), Clock.systemUTC()));
  private final List<UniEmitter<? super String>> working = new ArrayList<>();
  private final Id noisy = Published.id(IdKind.CONNECTION);
  private final Id quiet = Published.id(IdKind.CONNECTION);

  @Test
  void oneConnectionTakesItsPlacesAndNobodyElses() {
    answer(noisy);
    answer(noisy);

    answer(noisy).assertFailedWith(TooBusy.class);
    UniAssertSubscriber<String> other = answer(quiet);

    working.forEach(work -> work.complete("judged"));
    other.assertItem("judged");
  }

  @Test
  void aPlaceIsFreeAgainHoweverTheWorkEnded() {
    answer(noisy);
    answer(noisy);
    working.getFirst().complete("judged");
    answer(noisy).assertNotTerminated();
    working.get(1).fail(new IllegalStateException("broken"));
    UniAssertSubscriber<String> third = answer(noisy);
    third.assertNotTerminated();
    third.cancel();
    answer(noisy).assertNotTerminated();

    admission
        .admit(
            quiet,
            () -> {
              throw new IllegalStateException("before it began");
            })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(IllegalStateException.class);
    answer(quiet).assertNotTerminated();
    answer(quiet).assertNotTerminated();
  }

  @Test
  void aBucketFillsUpWithTimeAndNeverOver() {
    Buckets buckets = new Buckets(2, 3, 10);
    assertThat(List.of(take(buckets, 0), take(buckets, 0), take(buckets, 0)))
        .containsOnly(Duration.ZERO);

    assertThat(take(buckets, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(take(buckets, 500)).isEqualTo(Duration.ZERO);
    assertThat(take(buckets, 500)).isPositive();
    assertThat(List.of(take(buckets, 90_000), take(buckets, 90_000), take(buckets, 90_000)))
        .containsOnly(Duration.ZERO);
    assertThat(take(buckets, 90_000)).isPositive();
  }

  @Test
  void inventedNamesDoNotFillTheMemory() {
    Buckets buckets = new Buckets(1, 1, 10);

    for (int i = 0; i < 1_000; i++) {
      buckets.take("invented-" + i, NOW);
    }

    assertThat(buckets.remembered()).isEqualTo(10);
  }

  private static Duration take(Buckets buckets, long millis) {
    return buckets.take("one", NOW.plusMillis(millis)).orElse(Duration.ZERO);
  }

  private UniAssertSubscriber<String> answer(Id connection) {
    return admission
        .admit(connection, () -> Uni.createFrom().<String>emitter(emitter -> working.add(emitter)))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private record Two() implements AnswerLimits {
    @Override
    public int longest() {
      return 1;
    }

    @Override
    public int atOnce() {
      return 2;
    }

    @Override
    public int perSecond() {
      return 1;
    }

    @Override
    public int burst() {
      return 1;
    }

    @Override
    public int perSecondFromOneAddress() {
      return 1;
    }

    @Override
    public int burstFromOneAddress() {
      return 1;
    }

    @Override
    public int remembered() {
      return 1;
    }
  }
}
