package dev.gatehouse.gateway.saml;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A request on its way to an identity provider. */
public sealed interface Outgoing {

  /** The request itself, for the report of a test run. */
  String xml();

  /** HTTP-Redirect binding. */
  record Redirect(URI address) implements Outgoing {

    private static final String FIELD = "SAMLRequest=";
    private static final int LONGEST = 64 * 1024;

    @Override
    public String xml() {
      String query = address.getRawQuery();
      int start = query.indexOf(FIELD) + FIELD.length();
      int end = query.indexOf('&', start);
      String value = query.substring(start, end < 0 ? query.length() : end);
      return inflated(Base64.getDecoder().decode(URLDecoder.decode(value, StandardCharsets.UTF_8)));
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

  /** HTTP-POST binding. */
  record Post(URI destination, String samlRequest) implements Outgoing {
    @Override
    public String xml() {
      return new String(Base64.getDecoder().decode(samlRequest), StandardCharsets.UTF_8);
    }
  }
}
