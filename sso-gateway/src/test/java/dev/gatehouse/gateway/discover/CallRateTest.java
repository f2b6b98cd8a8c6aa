package dev.gatehouse.gateway.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallRateTest {

  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private final CallRate rate =
      new CallRate(
          new DiscoverConfig() {
            @Override
            public int burst() {
              return 2;
            }

            @Override
            public int perSecond() {
              return 1;
            }

            @Override
            public int addresses() {
              return 3;
            }
          },
          new Clock() {
            @Override
            public java.time.ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void letsABurstThroughAndThenOnePerSecond() {
    assertThat(rate.take("192.0.2.1")).isEmpty();
    assertThat(rate.take("192.0.2.1")).isEmpty();
    assertThat(rate.take("192.0.2.1")).contains(Duration.ofSeconds(1));

    now = now.plusSeconds(1);

    assertThat(rate.take("192.0.2.1")).isEmpty();
    assertThat(rate.take("192.0.2.1")).isPresent();
  }

  @Test
  void addressesDoNotDisturbEachOther() {
    rate.take("192.0.2.1");
    rate.take("192.0.2.1");

    assertThat(rate.take("192.0.2.2")).isEmpty();
  }

  @Test
  void aNetworkOfIpv6AddressesIsOneCaller() {
    rate.take("2001:db8:0:1::1");
    rate.take("2001:db8:0:1::2");

    assertThat(rate.take("2001:db8:0:1::3")).isPresent();
    assertThat(rate.take("2001:db8:0:2::1")).isEmpty();
  }

  @Test
  void manyAddressesCannotFillTheMemory() {
    rate.take("192.0.2.1");
    rate.take("192.0.2.1");
    for (int i = 2; i < 6; i++) {
      rate.take("192.0.2." + i);
    }

    assertThat(rate.take("192.0.2.1")).as("forgotten, so it starts afresh").isEmpty();
  }
}
