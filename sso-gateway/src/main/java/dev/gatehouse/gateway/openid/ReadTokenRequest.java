package dev.gatehouse.gateway.openid;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import dev.gatehouse.gateway.openid.TokenOutcome.Error;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a token request (RFC 6749 sections 2.3.1 and 4.1.3, RFC 7636 section 4.5). */
final class ReadTokenRequest {

  private static final List<String> ONCE =
      List.of("grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret");

  /** RFC 7636 section 4.1. */
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final Parameters form;
  private final @Nullable String authorization;

  ReadTokenRequest(Parameters form, @Nullable String authorization) {
    this.form = form;
    this.authorization = authorization;
  }

  /** Either a request or why there is none. */
  sealed interface Reading {
    record Readable(TokenRequest request) implements Reading {}

    record Unreadable(TokenOutcome.Refused refusal) implements Reading {}
  }

  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Error error;

    Fault(Error error, String description) {
      super(description, null, false, false);
      this.error = error;
    }
  }

  private record Client(Id id, @Nullable String secret) {}

  Reading read() {
    try {
      return new Reading.Readable(request());
    } catch (Fault fault) {
      return new Reading.Unreadable(new TokenOutcome.Refused(fault.error, fault.getMessage()));
    }
  }

  private TokenRequest request() {
    form.repeated(ONCE)
        .ifPresent(name -> {
          throw new Fault(Error.INVALID_REQUEST, name + " came twice");
        });
    form.unprintable(ONCE)
        .ifPresent(name -> {
          throw new Fault(Error.INVALID_REQUEST, name + " holds control characters");
        });
    Client client = client();
    if (!required("grant_type").equals("authorization_code")) {
      throw new Fault(Error.UNSUPPORTED_GRANT_TYPE, "grant_type must be authorization_code");
    }
    String verifier = required("code_verifier");
    if (!VERIFIER.matcher(verifier).matches()) {
      throw new Fault(Error.INVALID_GRANT, "code_verifier is malformed");
    }
    return new TokenRequest(
        client.id(), client.secret(), required("code"), required("redirect_uri"), verifier);
  }

  private Client client() {
    if (authorization == null) {
      return new Client(id(required("client_id")), form.get("client_secret"));
    }
    if (form.has("client_secret")) {
      throw new Fault(Error.INVALID_REQUEST, "the client authenticates in two ways at once");
    }
    try {
      ClientSecretBasic basic = ClientSecretBasic.parse(authorization);
      String id = basic.getClientID().getValue();
      if (form.has("client_id") && !id.equals(form.get("client_id"))) {
        throw new Fault(Error.INVALID_REQUEST, "client_id is not the authenticated client");
      }
      return new Client(id(id), basic.getClientSecret().getValue());
    } catch (ParseException e) {
      throw new Fault(Error.INVALID_CLIENT, "the Authorization header is not HTTP Basic");
    }
  }

  private static Id id(String text) {
    try {
      return Id.parse(IdKind.APPLICATION, text);
    } catch (MalformedId e) {
      throw new Fault(Error.INVALID_CLIENT, "unknown client, or wrong secret");
    }
  }

  private String required(String name) {
    String value = form.get(name);
    if (value == null) {
      throw new Fault(Error.INVALID_REQUEST, name + " is missing");
    }
    return value;
  }
}
