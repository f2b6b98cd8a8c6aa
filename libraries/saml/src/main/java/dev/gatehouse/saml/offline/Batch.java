package dev.gatehouse.saml.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.SamlServiceProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Many questions, one a line; each line gets its answer, whatever it holds. */
final class Batch {

  private static final int LONGEST_LINE = 32 * 1024 * 1024;

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final SamlServiceProvider saml;
  private final Clock clock;

  Batch(SamlServiceProvider saml, Clock clock) {
    this.saml = saml;
    this.clock = clock;
  }

  void run(InputStream in, PrintStream out) throws IOException {
    var buffer = new byte[1 << 16];
    var line = new ByteArrayOutputStream();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      int start = 0;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          keep(line, buffer, start, i - start);
          reply(line, out);
          line.reset();
          start = i + 1;
        }
      }
      keep(line, buffer, start, read - start);
    }
    if (line.size() > 0) {
      reply(line, out);
    }
  }

  // One character more than is allowed is kept, so that a line that is too long shows.
  private static void keep(ByteArrayOutputStream line, byte[] buffer, int start, int length) {
    line.write(buffer, start, Math.min(length, LONGEST_LINE + 1 - line.size()));
  }

  private void reply(ByteArrayOutputStream line, PrintStream out) {
    var answer =
        line.size() > LONGEST_LINE
            ? Answers.badInput(new BadInput("The line is too long."))
            : answer(line.toString(StandardCharsets.UTF_8));
    out.print(answer + "\n");
    out.flush();
  }

  private ObjectNode answer(String line) {
    var answer = json.createObjectNode();
    try {
      // Windows puts a byte-order mark before the first line.
      JsonNode question = json.readTree(line.startsWith("\ufeff") ? line.substring(1) : line);
      if (question == null || !question.isObject()) {
        return answer.setAll(Answers.badInput(new BadInput("The line is not a JSON object.")));
      }
      if (question.has("id")) {
        answer.set("id", question.get("id"));
      }
      return answer.setAll(Case.answer(question, saml, clock.instant()));
    } catch (JsonProcessingException e) {
      return answer.setAll(Answers.badInput(new BadInput("The line is not JSON.")));
    }
  }
}
