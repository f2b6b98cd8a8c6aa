package dev.gatehouse.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");
  private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void readsBackWhatItWrote() {
    for (int i = 0; i < 1_000; i++) {
      Id id = ids.next(IdKind.CONNECTION);
      assertThat(id.toString()).matches("con_[a-z2-7]{26}");
      assertThat(Id.parse(IdKind.CONNECTION, id.toString())).isEqualTo(id);
      assertThat(Id.parseAny(id.toString())).isEqualTo(id);
    }
  }

  @Test
  void knowsWhenItWasMade() {
    Id id = ids.next(IdKind.DOMAIN);
    assertThat(id.uuid().version()).isEqualTo(7);
    assertThat(id.createdAt()).isEqualTo(NOW);
    assertThat(id.isFresh(NOW.plusSeconds(29), Duration.ofSeconds(30))).isTrue();
    assertThat(id.isFresh(NOW.plusSeconds(31), Duration.ofSeconds(30))).isFalse();
  }

  @Test
  void refusesASecondSpellingOfTheSameId() {
    String text = ids.next(IdKind.ORGANIZATION).toString();
    String capitals = "org_" + text.substring(4).toUpperCase(Locale.ROOT);
    assertThatThrownBy(() -> Id.parse(IdKind.ORGANIZATION, capitals))
        .isInstanceOf(MalformedId.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "org_",
        "org_short",
        "mem_aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "org_aaaaaaaaaaaaaaaaaaaaaaaaa!"
      })
  void refusesWhatIsNotAnOrganizationId(String text) {
    assertThatThrownBy(() -> Id.parse(IdKind.ORGANIZATION, text)).isInstanceOf(MalformedId.class);
  }
}
