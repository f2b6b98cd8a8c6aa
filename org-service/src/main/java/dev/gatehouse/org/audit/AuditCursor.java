package dev.gatehouse.org.audit;

import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page starts. Services' clocks differ, so the time alone does not order. */
record AuditCursor(Instant at, UUID id) {

  String written() {
    byte[] text = (at + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static AuditCursor parse(String written) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      return new AuditCursor(
          Instant.parse(text.substring(0, Math.max(0, space))),
          UUID.fromString(text.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.CURSOR_NOT_OURS);
    }
  }
}
