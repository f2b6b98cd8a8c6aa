package dev.gatehouse.verification.check.dns;

import dev.gatehouse.verification.check.FirstLook;
import io.smallrye.mutiny.Uni;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.dns.DnsClient;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The first look, by Vert.x's own client. It shows a truncated answer as an empty one and runs the
 * strings of records together, so all it may say is "there is no such name".
 */
@Singleton
class VertxFirstLook implements FirstLook {

  private final Optional<DnsClient> client;

  VertxFirstLook(Vertx vertx, Resolvers resolvers, DnsConfig config) {
    this.client =
        resolvers.inOrder().stream()
            .findFirst()
            .map(first -> vertx.createDnsClient(options(first, config)));
  }

  private static DnsClientOptions options(InetSocketAddress resolver, DnsConfig config) {
    return new DnsClientOptions()
        .setHost(resolver.getHostString())
        .setPort(resolver.getPort())
        .setQueryTimeout(config.timeout().toMillis());
  }

  @Override
  public Uni<Boolean> isWorthAsking(String host) {
    return client
        .map(dns ->
            dns.resolveTXT(host)
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> !isNoSuchName(failure)))
        .orElseGet(() -> Uni.createFrom().item(true));
  }

  private static boolean isNoSuchName(Throwable failure) {
    return failure instanceof DnsException answer && answer.code() == DnsResponseCode.NXDOMAIN;
  }
}
