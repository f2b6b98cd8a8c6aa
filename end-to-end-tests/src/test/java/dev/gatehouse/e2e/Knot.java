package dev.gatehouse.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The real authoritative DNS server knot, serving one zone from a file. */
final class Knot implements AutoCloseable {

  private final Process process;
  private final Path directory;
  private final String zone;
  private final int port;
  private int serial = 1;

  private Knot(Process process, Path directory, String zone, int port) {
    this.process = process;
    this.directory = directory;
    this.zone = zone;
    this.port = port;
  }

  static Knot serving(String zone, int port, Path directory) {
    try {
      Files.createDirectories(directory);
      Path config = directory.resolve("knot.conf");
      Files.writeString(
          config,
          """
          server:
            rundir: "%1$s"
            listen: 127.0.0.1@%2$d
          control:
            listen: "%1$s/knot.sock"
          database:
            storage: "%1$s/db"
          zone:
            - domain: %3$s
              file: "%1$s/zone"
              zonefile-sync: -1
              journal-content: none
          """
              .formatted(directory, port, zone));
      writeZone(directory, zone, 1, "");
      Process process =
          new ProcessBuilder(binary("knotd"), "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("knot.log").toFile())
              .start();
      Knot knot = new Knot(process, directory, zone, port);
      Runtime.getRuntime().addShutdownHook(new Thread(knot::close));
      Wait.until("knot answers", Duration.ofSeconds(20), () -> knot.answers(zone, Type.SOA));
      return knot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String binary(String name) {
    Path inSbin = Path.of("/usr/sbin", name);
    return Files.isExecutable(inSbin) ? inSbin.toString() : name;
  }

  /** Edits the zone file and has the server load it, as a DNS admin does. */
  void publishTxt(String host, String value) {
    serial++;
    writeZone(directory, zone, serial, "%s. 60 IN TXT \"%s\"%n".formatted(host, value));
    try {
      Process reload =
          new ProcessBuilder(
                  binary("knotc"), "-s", directory.resolve("knot.sock").toString(), "zone-reload")
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("knotc.log").toFile())
              .start();
      reload.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Wait.until("knot serves the new record", () -> answers(host, Type.TXT));
  }

  private static void writeZone(Path directory, String zone, int serial, String records) {
    String text =
        """
        $ORIGIN %1$s.
        @ 60 IN SOA ns.%1$s. hostmaster.%1$s. %2$d 60 60 600 60
        @ 60 IN NS ns.%1$s.
        ns 60 IN A 127.0.0.1
        """
                .formatted(zone, serial)
            + records;
    try {
      Files.writeString(directory.resolve("zone"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers(String name, int type) throws IOException {
    SimpleResolver resolver = new SimpleResolver("127.0.0.1");
    resolver.setPort(port);
    resolver.setTimeout(Duration.ofSeconds(1));
    try {
      Lookup lookup = new Lookup(name + ".", type);
      lookup.setResolver(resolver);
      lookup.setCache(null);
      lookup.run();
      return lookup.getResult() == Lookup.SUCCESSFUL;
    } catch (TextParseException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
