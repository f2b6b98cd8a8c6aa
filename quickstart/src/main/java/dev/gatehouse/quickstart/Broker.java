package dev.gatehouse.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real Kafka broker (KRaft, one node) as a process with its own heap; topics are kept. */
final class Broker {
  /** Any 16 bytes in base64; fixed, so that formatting again is recognised. */
  private static final String CLUSTER_ID = "R2F0ZWhvdXNlTG9jYWwwMQ";

  private static final List<String> JVM =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  /** By environment, so that the command line stays readable; the jars are the launcher's own. */
  private static final Map<String, String> CLASS_PATH =
      Map.of("CLASSPATH", System.getProperty("java.class.path"));

  private final Path data;
  private final Path configuration;
  private final Path log;
  private final Ports ports;

  Broker(DataDirectory directory, Ports ports) {
    this.data = directory.resolve("kafka");
    this.configuration = directory.resolve("kafka.properties");
    this.log = directory.log(Part.KAFKA);
    this.ports = ports;
  }

  static String bootstrapServers(Ports ports) {
    return Ports.LOOPBACK + ":" + ports.of(Part.KAFKA);
  }

  /** Formats the data directory the first time, and says how to start the broker. */
  Child.Recipe recipe() {
    writeConfiguration();
    if (!Files.exists(data.resolve("meta.properties"))) {
      format();
    }
    List<String> command = java("kafka.Kafka");
    command.add(configuration.toString());
    return new Child.Recipe(
        Part.KAFKA, command, CLASS_PATH, StopSignal.TERM, Duration.ofMinutes(2), 1, this::answers);
  }

  private void writeConfiguration() {
    String server = bootstrapServers(ports);
    String controller = Ports.LOOPBACK + ":" + ports.kafkaController();
    String text =
        """
        # Written at every start.
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%2$s
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
        advertised.listeners=PLAINTEXT://%1$s
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=2097152
        # A killed broker is let back in after two seconds instead of nine.
        broker.session.timeout.ms=2000
        broker.heartbeat.interval.ms=500
        """
            .formatted(server, controller, data);
    try {
      Files.writeString(configuration, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format() {
    List<String> command = java("kafka.tools.StorageTool");
    command.addAll(List.of("format", "-t", CLUSTER_ID, "-c", configuration.toString()));
    command.add("--ignore-formatted");
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(CLASS_PATH);
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new Refusal("Kafka could not format its data directory.\n" + LogTail.of(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while Kafka formatted its data directory.", e);
    }
  }

  private static List<String> java(String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.add(mainClass);
    return command;
  }

  private boolean answers() throws Exception {
    Properties client = new Properties();
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(ports));
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "1500");
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    }
  }
}
