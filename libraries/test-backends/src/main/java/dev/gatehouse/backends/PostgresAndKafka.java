package dev.gatehouse.backends;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts PostgreSQL, Kafka and the token issuer, and points the service under test at them. */
public final class PostgresAndKafka implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres postgres;
  private @Nullable EmbeddedKafkaBroker kafka;

  @Override
  public Map<String, String> start() {
    try {
      EmbeddedPostgres database = EmbeddedPostgres.builder().start();
      postgres = database;
      EmbeddedKafkaBroker broker =
          new EmbeddedKafkaBroker().withNodeId(1).withDeleteLogDirsOnClose(true).start();
      kafka = broker;
      String address = "localhost:" + database.getPort() + "/postgres";
      Map<String, String> config = new HashMap<>();
      config.put("quarkus.datasource.username", "postgres");
      config.put("quarkus.datasource.password", "postgres");
      config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
      config.put("quarkus.datasource.reactive.url", "postgresql://" + address);
      config.put("kafka.bootstrap.servers", broker.getAdvertisedListeners());
      config.put("gatehouse.public-url", AdminTokens.PUBLIC_URL);
      config.put("gatehouse.admin.jwks-url", AdminTokens.serveKeys());
      config.put("gatehouse.clock.movable", "true");
      config.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
      config.put("quarkus.log.category.\"kafka\".level", "WARN");
      config.put("quarkus.log.category.\"state.change\".level", "WARN");
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    AdminTokens.stopServing();
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
