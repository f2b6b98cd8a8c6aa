package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.pages.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A SAML message as a browser carries it, with the RelayState that goes back untouched. */
record CarriedRequest(String samlRequest, Binding binding, @Nullable String relayState) {

  /** SAML Bindings 3.4 deflates, 3.5 does not. */
  enum Binding {
    REDIRECT,
    POST
  }

  private static final int MOST_CHARACTERS = 1 << 18;
  private static final int MOST_BYTES = 1 << 19;

  /** Takes apart the address of a Redirect, for those who have no browser. */
  static CarriedRequest ofUrl(String url) {
    Map<String, String> query = new HashMap<>();
    String raw;
    try {
      raw = URI.create(url).getRawQuery();
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("Not a sign-in request", "samlRequestUrl is not a URL.");
    }
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        query.put(
            pair.substring(0, at),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return of(query.get("SAMLRequest"), Binding.REDIRECT, query.get("RelayState"));
  }

  static CarriedRequest of(
      @Nullable String samlRequest, Binding binding, @Nullable String relayState) {
    if (samlRequest == null || samlRequest.isBlank()) {
      throw Refusal.badRequest(
          "There is no sign-in request here",
          "A service provider sends people to this address with a SAMLRequest. To start from the"
              + " identity provider's side, open /idp/initiate?sp=ENTITY_ID&user=EMAIL.");
    }
    return new CarriedRequest(samlRequest, binding, relayState);
  }

  String xml() {
    if (samlRequest.length() > MOST_CHARACTERS) {
      throw Refusal.badRequest("That request is too large", "No AuthnRequest is that long.");
    }
    byte[] decoded;
    try {
      decoded = Base64.getMimeDecoder().decode(samlRequest);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("That request is not readable", "It is not base64.");
    }
    return switch (binding) {
      case POST -> new String(decoded, StandardCharsets.UTF_8);
      case REDIRECT -> inflate(decoded);
    };
  }

  private static String inflate(byte[] deflated) {
    Inflater raw = new Inflater(true);
    try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), raw)) {
      byte[] xml = in.readNBytes(MOST_BYTES + 1);
      if (xml.length > MOST_BYTES) {
        throw Refusal.badRequest("That request is too large", "It inflates without end.");
      }
      return new String(xml, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.badRequest("That request is not readable", "It is not deflated XML.");
    } finally {
      raw.end();
    }
  }
}
