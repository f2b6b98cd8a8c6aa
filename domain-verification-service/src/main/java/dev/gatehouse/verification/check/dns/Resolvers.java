package dev.gatehouse.verification.check.dns;

import com.google.common.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/** The addresses of the resolvers to ask: the configured ones, else those of the system. */
@Singleton
class Resolvers {

  private static final int DNS_PORT = 53;

  private final List<InetSocketAddress> addresses;

  Resolvers(DnsConfig config) {
    this.addresses =
        config
            .resolvers()
            .map(configured -> configured.stream().map(Resolvers::parse).toList())
            .orElseGet(() -> ResolverConfig.getCurrentConfig().servers());
  }

  List<InetSocketAddress> inOrder() {
    return addresses;
  }

  static InetSocketAddress parse(String text) {
    try {
      HostAndPort address = HostAndPort.fromString(text.strip()).withDefaultPort(DNS_PORT);
      return new InetSocketAddress(address.getHost(), address.getPort());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "GATEHOUSE_DNS_RESOLVERS: not host:port,host:port,… but " + text, e);
    }
  }
}
