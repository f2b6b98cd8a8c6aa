package dev.gatehouse.quickstart;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Gatehouse, says what to open, and stops it when asked. */
public final class Quickstart {
  private static final AtomicInteger STATUS = new AtomicInteger();

  private final Options options;
  private final Ports ports;
  private final Map<String, String> caller;

  private Quickstart(Options options, Map<String, String> caller) {
    this.options = options;
    this.ports = new Ports(options.portOffset());
    this.caller = caller;
  }

  /** The command line is explained by {@code --help}. */
  public static void main(String... arguments) throws InterruptedException {
    // What a person needs is said by say(); the broker's client alone would fill the screen.
    Logger.getLogger("").setLevel(Level.SEVERE);
    try {
      Options options = Options.parse(Arrays.asList(arguments));
      if (options.help()) {
        say(Options.USAGE.strip());
        return;
      }
      new Quickstart(options, System.getenv()).run();
      new CountDownLatch(1).await();
    } catch (Refusal refusal) {
      System.err.println(refusal.line());
      STATUS.set(1);
      System.exit(1);
    }
  }

  private void run() {
    DataDirectory directory = DataDirectory.open(options.data());
    int leftovers = Leftovers.endedIn(directory.root());
    if (leftovers > 0) {
      say("Ended " + leftovers + " processes that an earlier start had left behind.");
    }
    ports.refuseTaken(options.parts());
    if (options.clean()) {
      directory.empty();
    }
    Path credentialsFile = directory.resolve("credentials.json");
    Credentials credentials = Credentials.keptIn(credentialsFile, caller);
    Keysets keysets = new Keysets(directory.resolve("keys"));
    keysets.create();
    Services services = new Services(project(), directory, ports, keysets, credentials, caller);
    RunFile runFile =
        new RunFile(directory.resolve("run.json"), credentialsFile, ports, services.publicUrl());

    say("Gatehouse starts; its data is in " + directory.root());
    Gatehouse gatehouse = new Gatehouse(directory, Quickstart::say);
    FrontDoor door = new FrontDoor(ports::of, new FrontPage(services.publicUrl(), sandboxUrl()));
    Control control =
        new Control(gatehouse, ports.control(), () -> runFile.write(gatehouse.children()));
    stopAtTheEnd(directory, gatehouse, door, control, runFile);
    door.open(ports.frontDoor());
    gatehouse.start(options.parts(), part -> recipe(part, directory, services));
    runFile.write(gatehouse.children());
    control.open();
    announce(services.publicUrl(), credentials, credentialsFile, directory);
  }

  private Child.Recipe recipe(Part part, DataDirectory directory, Services services) {
    return switch (part) {
      case POSTGRES -> new Postgres(directory, ports).recipe();
      case KAFKA -> new Broker(directory, ports).recipe();
      case ORG_SERVICE, DOMAIN_VERIFICATION_SERVICE, CONNECTION_SERVICE, SSO_GATEWAY, SANDBOX ->
          services.recipe(part);
    };
  }

  private static void stopAtTheEnd(
      DataDirectory directory,
      Gatehouse gatehouse,
      FrontDoor door,
      Control control,
      RunFile runFile) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  say("Stopping…");
                  control.close();
                  gatehouse.stop();
                  door.close();
                  runFile.delete();
                  directory.close();
                  say("Stopped.");
                  // A stop that was asked for is a success, whatever the signal.
                  Runtime.getRuntime().halt(STATUS.get());
                },
                "stop"));
  }

  private void announce(
      String publicUrl, Credentials credentials, Path file, DataDirectory directory) {
    say("");
    say("Gatehouse is running.");
    say("  open      " + publicUrl + "/");
    if (options.parts().contains(Part.SANDBOX)) {
      say("  sandbox   " + sandboxUrl() + "/  (identity provider, DNS zone, sample application)");
    }
    say("  client    " + credentials.clientId());
    say("  secret    " + credentials.clientSecret() + "  (kept in " + file + ")");
    say("  logs      " + directory.resolve("logs"));
    say("Ctrl-C stops it; started again it has its data.");
  }

  private String sandboxUrl() {
    return "http://" + Ports.LOOPBACK + ":" + ports.of(Part.SANDBOX);
  }

  /** The checkout: this class lies in {@code quickstart/target/}, in a jar or not. */
  private static Path project() {
    try {
      Path classes =
          Path.of(Quickstart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
