package dev.gatehouse.oidc.guarded;

import dev.gatehouse.fetch.FetchOutcome;
import dev.gatehouse.fetch.GuardedFetch;
import dev.gatehouse.fetch.PostOutcome;
import dev.gatehouse.oidc.fetch.HttpAnswer;
import dev.gatehouse.oidc.fetch.HttpAnswer.Answered;
import dev.gatehouse.oidc.fetch.HttpAnswer.NoAnswer;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks identity providers through guarded fetches, which also keep plain http to allowed hosts. */
@ApplicationScoped
class GuardedHttpFetch implements HttpFetch {

  private final GuardedFetch fetch;

  GuardedHttpFetch(GuardedFetch fetch) {
    this.fetch = fetch;
  }

  @Override
  public Uni<HttpAnswer> get(URI address, Optional<String> authorization) {
    return fetch
        .get(address, authorization)
        .map(outcome ->
            switch (outcome) {
              case FetchOutcome.Fetched fetched -> new Answered(200, fetched.body());
              case FetchOutcome.Refused refused -> new NoAnswer(refused.text());
              case FetchOutcome.Failed failed -> new NoAnswer(failed.text());
            });
  }

  @Override
  public Uni<HttpAnswer> post(
      URI address, Map<String, String> form, Optional<String> authorization) {
    return fetch
        .post(address, form, authorization)
        .map(outcome ->
            switch (outcome) {
              case PostOutcome.Answered answered ->
                  new Answered(answered.status(), answered.body());
              case FetchOutcome.Refused refused -> new NoAnswer(refused.text());
              case FetchOutcome.Failed failed -> new NoAnswer(failed.text());
            });
  }
}
