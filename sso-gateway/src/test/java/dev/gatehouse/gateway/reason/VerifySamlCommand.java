package dev.gatehouse.gateway.reason;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.saml.offline.VerifySaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code bin/verify-saml --batch} answers, in a process of its own. */
final class VerifySamlCommand {

  private static final ObjectMapper JSON = new ObjectMapper();

  private VerifySamlCommand() {}

  static List<JsonNode> batch(Path folder, List<? extends JsonNode> lines)
      throws IOException, InterruptedException {
    Path asked = folder.resolve("asked");
    Path answered = folder.resolve("answered");
    Files.write(asked, lines.stream().map(JsonNode::toString).toList());
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                VerifySaml.class.getName(),
                "--batch")
            .redirectInput(asked.toFile())
            .redirectOutput(answered.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new AssertionError(Files.readString(folder.resolve("errors")));
    }
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(answered)) {
      if (line.startsWith("{")) {
        answers.add(JSON.readTree(line));
      }
    }
    return answers;
  }
}
