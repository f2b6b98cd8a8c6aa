package dev.gatehouse.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * State topics are read from their first record whenever a partition is assigned. They are
 * compacted and applying is idempotent, so this costs little; a committed offset, on the other
 * hand, would skip records after a topic was lost and filled again.
 */
@ApplicationScoped
@Identifier("from-the-start")
class FromTheStart implements KafkaConsumerRebalanceListener {

  private final Freshness freshness;

  FromTheStart(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
    freshness.assigned(partitions);
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    freshness.revoked(partitions);
  }
}
