package dev.gatehouse.gateway.saml;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The XML of a request of ours, out of the form in which a browser carries it. */
final class CarriedRequest {

  private static final String FIELD = "SAMLRequest=";
  private static final int LONGEST = 64 * 1024;

  private CarriedRequest() {}

  static String inRedirect(URI address) {
    String query = address.getRawQuery();
    int start = query.indexOf(FIELD) + FIELD.length();
    int end = query.indexOf('&', start);
    String value = query.substring(start, end < 0 ? query.length() : end);
    return inflated(Base64.getDecoder().decode(URLDecoder.decode(value, StandardCharsets.UTF_8)));
  }

  static String inPost(String samlRequest) {
    return new String(Base64.getDecoder().decode(samlRequest), StandardCharsets.UTF_8);
  }

  private static String inflated(byte[] deflated) {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      ByteArrayOutputStream xml = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      int read = inflater.inflate(buffer);
      while (read > 0 && xml.size() < LONGEST) {
        xml.write(buffer, 0, read);
        read = inflater.inflate(buffer);
      }
      return xml.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("we made this request ourselves", e);
    }
  }
}
