package dev.gatehouse.verification.check.dns;

import com.google.common.net.HostAndPort;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import org.jboss.logging.Logger;
import org.xbill.DNS.ResolverConfig;

/** The addresses of the resolvers to ask: the configured ones, else those of the system. */
@Singleton
class Resolvers {

  private static final Logger LOG = Logger.getLogger(Resolvers.class);
  private static final int DNS_PORT = 53;

  private final List<InetSocketAddress> addresses;

  Resolvers(DnsConfig config) {
    this.addresses =
        config
            .resolvers()
            .map(configured -> configured.stream().map(Resolvers::parse).toList())
            .orElseGet(() -> ResolverConfig.getCurrentConfig().servers())
            .stream()
            .distinct()
            .toList();
  }

  /** One resolver may lie, or be lied to; where there is no second, that has to be known. */
  void report(@Observes StartupEvent start) {
    if (addresses.size() < 2) {
      LOG.warnf(
          "%d DNS resolver configured: it alone decides whose a domain is. Set"
              + " GATEHOUSE_DNS_RESOLVERS to several that are independent of each other.",
          addresses.size());
    } else {
      LOG.infof("%d DNS resolvers, of which two have to agree about a domain", addresses.size());
    }
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
