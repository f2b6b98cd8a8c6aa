package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.oidc.discovery.Discovery;
import dev.gatehouse.oidc.fetch.HttpFetch;
import dev.gatehouse.oidc.guarded.CallersContext;
import dev.gatehouse.oidc.keys.JwksCache;
import dev.gatehouse.oidc.keys.JwksFreshness;
import dev.gatehouse.oidc.token.TokenEndpoint;
import dev.gatehouse.oidc.userinfo.CompleteIdentity;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The parts of the relying-party library; all of them ask through guarded fetches. */
@Singleton
class RelyingPartyProducer {

  @Produces
  @Singleton
  Discovery discovery(HttpFetch fetch) {
    return new Discovery(fetch);
  }

  /** One for the whole process: bounded, and shared by all attempts. */
  @Produces
  @Singleton
  JwksCache keys(HttpFetch fetch, Clock clock) {
    return new JwksCache(fetch, clock, JwksFreshness.USUAL, CallersContext::current);
  }

  @Produces
  @Singleton
  TokenEndpoint tokenEndpoint(HttpFetch fetch) {
    return new TokenEndpoint(fetch);
  }

  @Produces
  @Singleton
  CompleteIdentity completeIdentity(HttpFetch fetch) {
    return new CompleteIdentity(fetch);
  }
}
