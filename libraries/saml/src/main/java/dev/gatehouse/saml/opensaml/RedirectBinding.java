package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.AuthnRequest;
import dev.gatehouse.saml.RequestSigningKey;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;

/** Puts a request into an address (SAML Bindings 3.4). */
final class RedirectBinding {

  private RedirectBinding() {}

  static URI address(AuthnRequest request, byte[] xml) {
    return address(
        request.destination(), "SAMLRequest", xml, request.relayState(), request.signingKey());
  }

  static URI address(
      String destination,
      String field,
      byte[] xml,
      Optional<String> relayState,
      Optional<RequestSigningKey> signingKey) {
    var query = new StringBuilder(field).append('=').append(encoded(deflated(xml)));
    relayState.ifPresent(state -> query.append("&RelayState=").append(escaped(state)));
    signingKey.ifPresent(key -> {
      query.append("&SigAlg=").append(escaped(SigningAlgorithm.of(key).uri()));
      // What is signed ends before this parameter (Bindings 3.4.4.1).
      String signature = encoded(signature(query.toString(), key));
      query.append("&Signature=").append(signature);
    });
    char joint = destination.indexOf('?') < 0 ? '?' : '&';
    return URI.create(destination + joint + query);
  }

  // Raw deflate, without zlib's header (Bindings 3.4.4.1).
  private static byte[] deflated(byte[] xml) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(xml);
      deflater.finish();
      var out = new ByteArrayOutputStream(xml.length);
      var buffer = new byte[1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] signature(String signed, RequestSigningKey key) {
    try {
      var signature = Signature.getInstance(SigningAlgorithm.of(key).jca());
      signature.initSign(key.privateKey());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the request signing key cannot sign", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return escaped(Base64.getEncoder().encodeToString(bytes));
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
