package dev.gatehouse.connection.connection;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that the platform has proven to be its own. A customer who comes from another product
 * keeps the addresses that its identity provider knows, if they are there.
 */
@ApplicationScoped
class ProvenHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> hosts;

  ProvenHosts(@ConfigProperty(name = "gatehouse.proven-hosts") Optional<List<String>> hosts) {
    this.hosts =
        hosts.orElse(List.of()).stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Fails with the problem to answer, naming the field, unless the address may be ours. */
  void require(String field, @Nullable String address) {
    if (address != null && !isProven(address)) {
      throw Problems.of(
          ProblemCode.ADDRESS_NOT_PROVEN,
          ProblemCode.ADDRESS_NOT_PROVEN.meaning(),
          Map.of("field", field));
    }
  }

  private boolean isProven(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return false;
    }
    if (uri.getHost() == null
        || uri.getScheme() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean encrypted =
        uri.getScheme().equals("https")
            || (uri.getScheme().equals("http") && LOOPBACK.contains(host));
    return encrypted && hosts.contains(host);
  }
}
