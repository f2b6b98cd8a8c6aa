package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PortsTest {
  private final Ports ports = new Ports(22_000);

  @Test
  void movesEveryPortByTheSameOffset() {
    assertThat(ports.frontDoor()).isEqualTo(30_080);
    assertThat(ports.of(Part.ORG_SERVICE)).isEqualTo(30_081);
    assertThat(ports.dns()).isEqualTo(31_053);
  }

  @Test
  void namesThePortThatIsInUseAndWhoWantsIt() throws Exception {
    try (var held =
        new ServerSocket(ports.of(Part.SSO_GATEWAY), 1, InetAddress.getByName(Ports.LOOPBACK))) {
      assertThat(held.isBound()).isTrue();
      assertThatThrownBy(() -> ports.refuseTaken(EnumSet.allOf(Part.class)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("30084")
          .hasMessageContaining("sso-gateway");
    }
  }

  @Test
  void seesAPortThatIsTakenOnEveryAddress() throws Exception {
    try (var held = new ServerSocket(ports.frontDoor())) {
      assertThat(held.isBound()).isTrue();
      assertThatThrownBy(() -> ports.refuseTaken(EnumSet.noneOf(Part.class)))
          .hasMessageContaining("30080")
          .hasMessageContaining("the front door");
    }
  }

  @Test
  void seesADatagramPortInUse() throws Exception {
    try (var held = new DatagramSocket(ports.dns(), InetAddress.getByName(Ports.LOOPBACK))) {
      assertThat(held.isBound()).isTrue();
      assertThatThrownBy(() -> ports.refuseTaken(EnumSet.of(Part.SANDBOX)))
          .hasMessageContaining("31053/udp");
    }
  }

  @Test
  void doesNotMindPortsOfPartsThatAreLeftOut() throws Exception {
    try (var held =
        new ServerSocket(ports.of(Part.SANDBOX), 1, InetAddress.getByName(Ports.LOOPBACK))) {
      assertThat(held.isBound()).isTrue();
      assertThatCode(() -> ports.refuseTaken(EnumSet.of(Part.KAFKA))).doesNotThrowAnyException();
    }
  }
}
