package dev.gatehouse.gateway.attempt;

import java.net.URI;
import java.util.function.Supplier;

/** What the browser is about to do for an attempt. */
public sealed interface Outgoing {

  /** What is asked of the identity provider, for the report of a test run. */
  String request();

  /**
   * Goes to the identity provider by itself.
   *
   * @param readable the request, where the address holds it encoded; read for test runs only
   */
  record Redirect(URI address, Supplier<String> readable) implements Outgoing {
    @Override
    public String request() {
      return readable.get();
    }

    @Override
    public String toString() {
      return "Redirect[" + address.getHost() + "]";
    }
  }

  /** Posts a form there (SAML's HTTP-POST binding). */
  record Post(URI destination, String samlRequest, String request) implements Outgoing {
    @Override
    public String toString() {
      return "Post[" + destination.getHost() + "]";
    }
  }

  /** Stays: where to send it could not be learnt. */
  record Nowhere(Verdict.Rejected why) implements Outgoing {
    @Override
    public String request() {
      return "";
    }
  }
}
