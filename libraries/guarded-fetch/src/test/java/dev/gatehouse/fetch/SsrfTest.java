package dev.gatehouse.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fetch.FetchOutcome.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-side request forgery: an admin's metadata URL must not read our own network. */
class SsrfTest {

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.170",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1"
      })
  void refusesNamesThatLeadIntoPrivateOrReservedNetworks(String address) {
    assertThat(fetch("https://metadata.example/", address))
        .isEqualTo(new FetchOutcome.Refused(Refusal.NOT_PUBLIC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"})
  void knowsPublicAddresses(String address) {
    assertThat(new Reach(List.of()).isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void refusesANameOfWhichOneAddressIsPrivate() {
    assertThat(fetch("https://metadata.example/", "8.8.8.8", "10.0.0.1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.NOT_PUBLIC));
  }

  @ParameterizedTest
  @CsvSource({
    "http://metadata.example/, NOT_HTTPS",
    "ftp://metadata.example/, NOT_HTTPS",
    "file:///etc/passwd, NOT_A_URL",
    "gopher://metadata.example/, NOT_HTTPS",
    "//metadata.example/, NOT_A_URL",
    "metadata.example, NOT_A_URL",
    "https://user:secret@metadata.example/, USER_INFO",
    "https://metadata.example@127.0.0.1/, USER_INFO",
    "https://metadata.example:8443/, PORT",
    "https://metadata.example:22/, PORT"
  })
  void refusesAddressesThatAreNotPlainHttps(URI address, Refusal reason) {
    assertThat(fetch(address.toString(), "8.8.8.8")).isEqualTo(new FetchOutcome.Refused(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://localhost/",
        "https://127.1/",
        "https://2130706433/"
      })
  void refusesEverySpellingOfTheLoopback(URI address) {
    GuardedFetch fetch =
        new GuardedFetch(
            VERTX,
            List.of(),
            host -> List.of(InetAddress.getAllByName(host)),
            new HttpClientOptions(),
            Duration.ofSeconds(5));
    assertThat(fetch.get(address).await().atMost(Duration.ofSeconds(10)))
        .isInstanceOf(FetchOutcome.Refused.class);
  }

  @Test
  void saysBeforehandWhatItWouldRefuse() {
    assertThat(refusal("https://keys.example/", "8.8.8.8")).isEmpty();
    assertThat(refusal("https://keys.example/", "8.8.8.8", "10.0.0.1"))
        .contains(new FetchOutcome.Refused(Refusal.NOT_PUBLIC));
    assertThat(refusal("http://keys.example/", "8.8.8.8"))
        .contains(new FetchOutcome.Refused(Refusal.NOT_HTTPS));
    assertThat(refusal("keys.example", "8.8.8.8"))
        .contains(new FetchOutcome.Refused(Refusal.NOT_A_URL));
  }

  private static Optional<FetchOutcome.Refused> refusal(String address, String... resolved) {
    return resolving(resolved).refusal(URI.create(address)).await().atMost(Duration.ofSeconds(10));
  }

  private static FetchOutcome fetch(String address, String... resolved) {
    return resolving(resolved).get(URI.create(address)).await().atMost(Duration.ofSeconds(10));
  }

  private static GuardedFetch resolving(String... resolved) {
    return new GuardedFetch(
        VERTX,
        List.of(),
        host -> List.of(resolved).stream().map(InetAddress::ofLiteral).toList(),
        new HttpClientOptions(),
        Duration.ofSeconds(5));
  }
}
