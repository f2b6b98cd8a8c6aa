package dev.gatehouse.verification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.verification.name.DomainName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsProvidersTest {

  private final DnsProviders providers = new DnsProviders(new ObjectMapper());

  private Optional<String> running(String server) {
    return providers
        .running(new NameServers.Zone(new DomainName("acme.example"), List.of(server)))
        .map(DnsProvider::key);
  }

  @ParameterizedTest
  @CsvSource({
    "ada.ns.cloudflare.com, cloudflare",
    "ns-1234.awsdns-12.co.uk, route53",
    "ns17.domaincontrol.com, godaddy",
    "dns1.registrar-servers.com, namecheap",
    "ns-cloud-a1.googledomains.com, google-cloud-dns",
    "ns1-05.azure-dns.com, azure-dns"
  })
  void knowsAProviderByItsNameServers(String server, String key) {
    assertThat(running(server)).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"ns1.acme.example", "evil-cloudflare.com", "ada.ns.cloudflare.com.evil.example"})
  void doesNotGuess(String server) {
    assertThat(running(server)).isEmpty();
  }

  @Test
  void saysWhatToTypeIntoTheHostField() {
    DnsProvider cloudflare = providers.withKey("cloudflare").orElseThrow();

    assertThat(cloudflare.hostToEnter("_gatehouse-challenge.acme.com", "acme.com"))
        .isEqualTo("_gatehouse-challenge");
    assertThat(cloudflare.hostToEnter("_gatehouse-challenge.eng.acme.com", "acme.com"))
        .isEqualTo("_gatehouse-challenge.eng");
  }

  @Test
  void saysWhereQuotationMarksBelong() {
    assertThat(providers.withKey("route53").orElseThrow().valueToEnter("x")).isEqualTo("\"x\"");
    assertThat(providers.withKey("cloudflare").orElseThrow().valueToEnter("x")).isEqualTo("x");
  }
}
