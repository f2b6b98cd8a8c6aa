package dev.gatehouse.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said to an address.
 *
 * @param authorization the value of the Authorization header
 * @param form an encoded form to post; without one it is a GET, of which only 200 is read
 */
record Message(Optional<String> authorization, Optional<String> form) {

  static Message get(Optional<String> authorization) {
    return new Message(authorization, Optional.empty());
  }

  static Message post(Map<String, String> fields, Optional<String> authorization) {
    String encoded =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new Message(authorization, Optional.of(encoded));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  boolean reads(int status) {
    return status == 200 || form.isPresent();
  }

  @Override
  public String toString() {
    return form.isPresent() ? "POST" : "GET";
  }
}
