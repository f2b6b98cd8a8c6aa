package dev.gatehouse.gateway.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.sealing.Seal;
import dev.gatehouse.sealing.SealedUnreadable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a browser carry a validated request from the application to our page and back without being
 * able to read or change it.
 */
@Singleton
class SealedRequests {

  private static final String CONTEXT = "sign-in/request";

  /** A page may lie open over lunch. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Seal seal;
  private final ObjectMapper json;
  private final Clock clock;

  SealedRequests(@Named("own") Seal seal, ObjectMapper json, Clock clock) {
    this.seal = seal;
    this.json = json;
    this.clock = clock;
  }

  record Carried(AuthorizationRequest request, Instant until) {}

  String seal(AuthorizationRequest request) {
    try {
      Carried carried = new Carried(request, clock.instant().plus(LIFETIME));
      return seal.seal(json.writeValueAsBytes(carried), CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty if it is not ours or too old. */
  Optional<AuthorizationRequest> open(String sealed) {
    try {
      Carried carried = json.readValue(seal.open(sealed, CONTEXT), Carried.class);
      return clock.instant().isBefore(carried.until())
          ? Optional.of(carried.request())
          : Optional.empty();
    } catch (SealedUnreadable notOurs) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
