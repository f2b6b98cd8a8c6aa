package dev.gatehouse.e2e;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, with a browser that runs no scripts. Quicker than Chromium, so that tests
 * can do it many times; the journeys use the real browser.
 */
final class Person {

  private final Sandbox sandbox;
  final Http browser = new Http();

  Person(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** From the application's link to the identity provider's door. */
  URI reachIdentityProvider(URI start) {
    Http.Answer answer = browser.get(start);
    for (int hop = 0; hop < 5 && answer.status() == 303; hop++) {
      URI next = answer.location();
      if (next.getRawQuery() != null && next.getRawQuery().contains("SAMLRequest=")) {
        return next;
      }
      answer = browser.get(next);
    }
    throw new AssertionError(
        "Never reached the identity provider: " + answer.status() + " " + answer.text());
  }

  /** Posts the identity provider's answer to the ACS; the answer is always the same redirect. */
  URI deliver(Sandbox.Response response) {
    Http.Answer answer =
        browser.form(
            response.acsUrl(),
            Map.of("SAMLResponse", response.samlResponse(), "RelayState", response.relayState()));
    return answer.expect(303).location();
  }

  Http.Answer open(URI url) {
    return browser.get(url);
  }

  /** The whole trip: the last answer is the redirect to the application, or a page that refuses. */
  Http.Answer signIn(URI start, String email, @Nullable String fault) {
    URI request = reachIdentityProvider(start);
    return open(deliver(sandbox.respond(request, email, fault)));
  }
}
