package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.UnverifiedResponse;
import java.util.Base64;

/** Gets from the form field to bytes, with a bound on both sides of the decoding. */
final class MessageBytes {

  /** More groups than any identity provider sends, and little enough to parse in milliseconds. */
  static final int MOST_BYTES = 512 * 1024;

  private static final int MOST_CHARACTERS = 720 * 1024;

  private MessageBytes() {}

  static byte[] of(UnverifiedResponse response) throws Refusal {
    byte[] bytes =
        switch (response) {
          case UnverifiedResponse.XmlBytes(byte[] xml) -> xml;
          case UnverifiedResponse.FormValue(String base64) -> decoded(base64);
        };
    if (bytes.length > MOST_BYTES) {
      throw tooLarge(MOST_BYTES + " bytes", bytes.length + " bytes");
    }
    if (bytes.length == 0) {
      throw Refusal.of(CheckName.SIZE, ReasonCode.RESPONSE_MISSING, "a response", "");
    }
    return bytes;
  }

  private static byte[] decoded(String base64) throws Refusal {
    if (base64.length() > MOST_CHARACTERS) {
      throw tooLarge(MOST_CHARACTERS + " characters", base64.length() + " characters");
    }
    try {
      return Base64.getDecoder().decode(withoutLineBreaks(base64));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(CheckName.SIZE, ReasonCode.MALFORMED_BASE64, "base64", "");
    }
  }

  private static String withoutLineBreaks(String base64) {
    if (base64.indexOf('\n') < 0
        && base64.indexOf('\r') < 0
        && base64.indexOf(' ') < 0
        && base64.indexOf('\t') < 0) {
      return base64;
    }
    var text = new StringBuilder(base64.length());
    for (int i = 0; i < base64.length(); i++) {
      char c = base64.charAt(i);
      if (c != '\r' && c != '\n' && c != ' ' && c != '\t') {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static Refusal tooLarge(String most, String received) {
    return Refusal.of(CheckName.SIZE, ReasonCode.RESPONSE_TOO_LARGE, "at most " + most, received);
  }
}
