package dev.gatehouse.gateway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class StatementCacheTest {

  @Inject Pool pool;

  @Test
  void aLongStatementStaysPrepared() {
    String statement = "select $1::text /* " + "long ".repeat(800) + "*/";

    long prepared =
        pool.withConnection(connection ->
                connection
                    .preparedQuery(statement)
                    .execute(Tuple.of("x"))
                    .chain(() ->
                        connection
                            .query(
                                "select count(*) from pg_prepared_statements"
                                    + " where length(statement) > 4000")
                            .execute())
                    .map(rows -> rows.iterator().next().getLong(0)))
            .await()
            .atMost(Duration.ofSeconds(10));

    assertThat(prepared).isEqualTo(1);
  }
}
