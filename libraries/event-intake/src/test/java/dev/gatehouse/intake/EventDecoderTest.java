package dev.gatehouse.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventDecoderTest {

  private final EventDecoder decoder = new EventDecoder(new ObjectMapper());

  private static ConsumerRecord<String, byte[]> record(String value, Map<String, String> headers) {
    var record = new ConsumerRecord<>("gatehouse.domains", 0, 0L, "dom_a", value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }

  @Test
  void readsACloudEventAndItsVersion() {
    Event event =
        decoder.decode(
            record(
                "{\"epoch\":2,\"version\":7,\"new\":true}",
                Map.of(
                    "ce_type", "dev.gatehouse.DomainVerified.v1",
                    "ce_id", "1",
                    "ce_subject", "dom_a",
                    "ce_time", "2026-11-22T09:00:00Z")));
    assertThat(event.name()).isEqualTo("DomainVerified");
    StateVersion version = decoder.read(event, StateVersion.class);
    assertThat(version).isEqualTo(new StateVersion(2, 7));
    assertThat(version.isNewerThan(new StateVersion(1, 99))).isTrue();
    assertThat(version.isNewerThan(new StateVersion(2, 7))).isFalse();
  }

  @Test
  void aRecordThatIsNoCloudEventIsUndecodable() {
    assertThatThrownBy(() -> decoder.decode(record("{}", Map.of())))
        .isInstanceOf(Undecodable.class);
    assertThatThrownBy(() ->
            decoder.decode(
                record(
                    "not json",
                    Map.of(
                        "ce_type", "dev.gatehouse.DomainVerified.v1",
                        "ce_id", "1",
                        "ce_subject", "dom_a",
                        "ce_time", "2026-11-22T09:00:00Z"))))
        .isInstanceOf(Undecodable.class);
  }
}
