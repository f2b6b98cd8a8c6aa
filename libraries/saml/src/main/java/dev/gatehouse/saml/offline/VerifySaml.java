package dev.gatehouse.saml.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.SamlServiceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Judges one stored response, a batch of them, or shows what metadata says; see {@code --help}. */
public final class VerifySaml {

  static final int ACCEPTED = 0;
  static final int REJECTED = 1;

  private final SamlServiceProvider saml;
  private final Clock clock;

  VerifySaml(SamlServiceProvider saml, Clock clock) {
    this.saml = saml;
    this.clock = clock;
  }

  /** Runs the command and exits with 0 for accepted, 1 for anything else. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var command = new VerifySaml(SamlServiceProvider.create(), Clock.systemUTC());
    int status = command.run(List.of(arguments), System.in, out, System.err);
    out.flush();
    System.exit(status);
  }

  int run(List<String> arguments, InputStream in, PrintStream out, PrintStream errors)
      throws IOException {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(Options.USAGE);
      return ACCEPTED;
    }
    if (arguments.equals(List.of("--batch"))) {
      new Batch(saml, clock).run(in, out);
      return ACCEPTED;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (BadInput misuse) {
      errors.print(Options.USAGE);
      out.println(Answers.badInput(misuse));
      return REJECTED;
    }
    return options.metadataAlone().isPresent()
        ? describe(options.metadataAlone().get(), options.idpEntityId(), out)
        : judge(options, out);
  }

  private int judge(Options options, PrintStream out) {
    ObjectNode answer = Case.answer(options.values(), saml, clock.instant());
    out.println(answer);
    return answer.path("verdict").asText().equals("accepted") ? ACCEPTED : REJECTED;
  }

  private int describe(String file, Optional<String> entityId, PrintStream out) {
    try {
      byte[] xml = Material.bytes(file);
      var outcome = saml.readMetadata(xml, entityId, clock.instant());
      var answer = Answers.metadata(outcome);
      out.println(answer);
      return answer.path("outcome").asText().equals("read") ? ACCEPTED : REJECTED;
    } catch (BadInput problem) {
      out.println(Answers.badInput(problem));
      return REJECTED;
    }
  }
}
