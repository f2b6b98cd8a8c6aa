package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The README's requests, run in their order as they stand there, against a fresh start. */
class ReadmeTest {

  private static final int PORT_OFFSET = 3000;

  @Test
  void theRequestsOfTheReadmeLeadFromNothingToClaimsThatShowTheEmail()
      throws IOException, InterruptedException {
    try (Gatehouse gatehouse = Gatehouse.start("readme", PORT_OFFSET, Map.of())) {
      Path log =
          Path.of(System.getProperty("end-to-end.work", "target/running"))
              .toAbsolutePath()
              .resolve("readme/requests.log");
      ProcessBuilder script =
          new ProcessBuilder("bash", Gatehouse.ROOT.resolve("bin/run-readme").toString());
      script.environment().put("GATEHOUSE", gatehouse.publicUrl().toString());
      script.environment().put("SANDBOX", gatehouse.sandboxUrl().toString());
      script.environment().put("CREDENTIALS", gatehouse.runFile().required("credentials").asText());
      Process process = script.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      String output = Files.readString(log);
      assertThat(process.exitValue()).as(output).isZero();
      assertThat(output).containsPattern("\"email\" ?: ?\"bob@acme.example\"");
    }
  }
}
