package dev.gatehouse.fetch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fetches an address that a customer gave: public https on port 443, or whatever lies within {@code
 * gatehouse.fetch.allow}. The name is resolved once and that very address is connected to, so that
 * a name cannot lead elsewhere between the check and the connection. Redirects are not followed.
 */
@ApplicationScoped
public class GuardedFetch {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Gives the addresses of a name; may block. */
  interface Names {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private final Vertx vertx;
  private final Reach reach;
  private final Names names;
  private final HttpClientOptions options;
  private final Duration deadline;

  @Inject
  GuardedFetch(
      Vertx vertx, @ConfigProperty(name = "gatehouse.fetch.allow") Optional<List<String>> allow) {
    this(
        vertx,
        allow.orElse(List.of()),
        host -> List.of(InetAddress.getAllByName(host)),
        new HttpClientOptions(),
        DEADLINE);
  }

  GuardedFetch(
      Vertx vertx, List<String> allow, Names names, HttpClientOptions options, Duration deadline) {
    this.vertx = vertx;
    this.reach = new Reach(allow.stream().map(Cidr::parse).toList());
    this.names = names;
    this.options = options;
    this.deadline = deadline;
  }

  /** Never fails: whatever goes wrong is an outcome. It emits on the caller's Vert.x context. */
  public Uni<FetchOutcome> get(URI address) {
    return get(address, Optional.empty());
  }

  /**
   * The same for an address that asks who we are.
   *
   * @param authorization the value of the Authorization header
   */
  public Uni<FetchOutcome> get(URI address, Optional<String> authorization) {
    return send(address, Message.get(authorization))
        .map(outcome ->
            switch (outcome) {
              case PostOutcome.Answered answered ->
                  new FetchOutcome.Fetched(answered.body(), answered.contentType());
              case FetchOutcome.Refused refused -> refused;
              case FetchOutcome.Failed failed -> failed;
            });
  }

  /**
   * Posts a form, within the same bounds. Never fails; emits on the caller's Vert.x context.
   *
   * @param authorization the value of the Authorization header
   */
  public Uni<PostOutcome> post(
      URI address, Map<String, String> form, Optional<String> authorization) {
    return send(address, Message.post(form, authorization));
  }

  private Uni<PostOutcome> send(URI address, Message message) {
    return switch (Target.of(address)) {
      case Target.Judged.Bad bad -> Uni.createFrom().item(new FetchOutcome.Refused(bad.reason()));
      case Target.Judged.Good good ->
          Uni.createFrom()
              .emitter(emitter ->
                  new OneFetch(
                          vertx, reach, names, options, good.target(), message, emitter::complete)
                      .start(deadline));
    };
  }

  /**
   * Why the address would not be fetched from, without asking it; empty as well where its name is
   * unknown today. Emits on the caller's Vert.x context.
   */
  public Uni<Optional<FetchOutcome.Refused>> refusal(URI address) {
    return switch (Target.of(address)) {
      case Target.Judged.Bad bad ->
          Uni.createFrom().item(Optional.of(new FetchOutcome.Refused(bad.reason())));
      case Target.Judged.Good good ->
          Uni.createFrom()
              .completionStage(() ->
                  vertx
                      .executeBlocking(() -> names.resolve(good.target().host()), false)
                      .map(found -> good.target().at(found, reach))
                      .otherwise(good)
                      .toCompletionStage())
              .map(judged ->
                  switch (judged) {
                    case Target.Judged.Bad bad ->
                        Optional.of(new FetchOutcome.Refused(bad.reason()));
                    case Target.Judged.Good fine -> Optional.empty();
                  });
    };
  }

  /**
   * Whether the operator's allow-list covers every address of the host: there, and only there, an
   * address may do without https. Emits on the caller's Vert.x context.
   */
  public Uni<Boolean> isAllowedNetwork(URI address) {
    return switch (Target.of(address)) {
      case Target.Judged.Bad bad -> Uni.createFrom().item(false);
      case Target.Judged.Good good ->
          Uni.createFrom()
              .completionStage(() ->
                  vertx
                      .executeBlocking(() -> names.resolve(good.target().host()), false)
                      .map(found -> found.stream().allMatch(reach::isAllowed))
                      .otherwise(false)
                      .toCompletionStage());
    };
  }
}
