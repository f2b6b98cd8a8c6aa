package dev.gatehouse.verification.check.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.check.TxtAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class DnsJavaTxtRecordsTest {

  private static final String HOST = "_gatehouse-challenge.acme.example";

  private TestDns dns;
  private DnsJavaTxtRecords records;

  @BeforeEach
  void start() {
    dns = new TestDns();
    records = asking(dns.address());
  }

  @AfterEach
  void stop() {
    dns.close();
  }

  static DnsJavaTxtRecords asking(String... resolvers) {
    DnsConfig config = config(resolvers);
    return new DnsJavaTxtRecords(new Questions(new Resolvers(config), config));
  }

  static DnsConfig config(String... resolvers) {
    return new DnsConfig() {
      @Override
      public Optional<List<String>> resolvers() {
        return Optional.of(List.of(resolvers));
      }

      @Override
      public Duration timeout() {
        return Duration.ofMillis(400);
      }

      @Override
      public int rounds() {
        return 1;
      }
    };
  }

  private TxtAnswer look() {
    return records.at(HOST).await().atMost(Duration.ofSeconds(5));
  }

  @Test
  void readsARecord() {
    dns.txt(HOST, "hello");

    assertThat(look()).isEqualTo(new TxtAnswer.Published(List.of("hello")));
  }

  @Test
  void joinsTheStringsOfOneRecordButNeverTwoRecords() {
    dns.txt(HOST, "one-", "record");
    dns.txt(HOST, "another");

    assertThat(look()).isEqualTo(new TxtAnswer.Published(List.of("one-record", "another")));
  }

  @Test
  void twoRecordsThatTogetherSpellTheValueStayTwo() {
    dns.txt(HOST, "gatehouse-domain-");
    dns.txt(HOST, "verification=abc");

    assertThat(look())
        .isEqualTo(new TxtAnswer.Published(List.of("gatehouse-domain-", "verification=abc")));
  }

  @Test
  void asksOverTcpWhatUdpTruncates() {
    for (int i = 0; i < 40; i++) {
      dns.txt(HOST, "record " + i + " " + "x".repeat(100));
    }

    assertThat(look())
        .isInstanceOfSatisfying(
            TxtAnswer.Published.class, published -> assertThat(published.values()).hasSize(40));
    assertThat(dns.askedOverTcp()).isEqualTo(1);
  }

  @Test
  void noSuchNameIsANo() {
    assertThat(look()).isEqualTo(new TxtAnswer.NothingThere());
  }

  @Test
  void aNameWithoutTxtIsANo() {
    dns.ns(HOST, "ns1.acme.example");

    assertThat(look()).isEqualTo(new TxtAnswer.NothingThere());
  }

  @Test
  void servfailIsNoAnswer() {
    dns.fail(HOST, Rcode.SERVFAIL);

    assertThat(look())
        .isInstanceOfSatisfying(
            TxtAnswer.NoAnswer.class, no -> assertThat(no.why()).contains("SERVFAIL"));
  }

  @Test
  void refusedIsNoAnswer() {
    dns.fail(HOST, Rcode.REFUSED);

    assertThat(look()).isInstanceOf(TxtAnswer.NoAnswer.class);
  }

  @Test
  void silenceIsNoAnswer() {
    dns.ignore(HOST);

    assertThat(look()).isInstanceOf(TxtAnswer.NoAnswer.class);
  }

  @Test
  void asksTheNextResolverWhenOneFails() {
    try (TestDns second = new TestDns()) {
      dns.fail(HOST, Rcode.SERVFAIL);
      second.txt(HOST, "hello");
      records = asking(dns.address(), second.address());

      assertThat(look()).isEqualTo(new TxtAnswer.Published(List.of("hello")));
    }
  }

  @Test
  void followsAnAliasToWhereTheChallengeWasDelegated() {
    dns.cname(HOST, "acme.challenges.example");
    dns.txt("acme.challenges.example", "hello");

    assertThat(look())
        .isEqualTo(
            new TxtAnswer.Published(List.of("hello"), Optional.of("acme.challenges.example")));
  }

  @Test
  void anAliasToNowhereIsANoThatNamesIt() {
    dns.cname(HOST, "old-vendor.example");
    dns.cname("old-vendor.example", "nowhere.example");

    assertThat(look()).isEqualTo(new TxtAnswer.NothingThere(Optional.of("old-vendor.example")));
  }

  @Test
  void aCircleOfAliasesIsNoAnswer() {
    dns.cname(HOST, "a.example");
    dns.cname("a.example", HOST);

    assertThat(look()).isInstanceOf(TxtAnswer.NoAnswer.class);
  }
}
