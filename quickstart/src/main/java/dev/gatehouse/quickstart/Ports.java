package dev.gatehouse.quickstart;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every port of this copy, all moved by the same offset so that copies can run side by side. */
record Ports(int offset) {
  static final String LOOPBACK = "127.0.0.1";
  private static final int CONNECT_MILLIS = 300;

  int frontDoor() {
    return 8080 + offset;
  }

  int control() {
    return 8085 + offset;
  }

  int kafkaController() {
    return 9093 + offset;
  }

  int dns() {
    return 9053 + offset;
  }

  int of(Part part) {
    return part.port() + offset;
  }

  /** Refuses when somebody else holds a port that one of these parts needs. */
  void refuseTaken(Set<Part> parts) {
    for (Claim claim : claims(parts)) {
      if (taken(claim)) {
        throw new Refusal(
            "Port %d%s is in use and %s needs it: stop what holds it, or move every port with --port-offset 100."
                .formatted(claim.port(), claim.udp() ? "/udp" : "", claim.wantedBy()));
      }
    }
  }

  private List<Claim> claims(Set<Part> parts) {
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim(frontDoor(), false, "the front door"));
    claims.add(new Claim(control(), false, "the launcher's control endpoint"));
    for (Part part : parts) {
      claims.add(new Claim(of(part), false, part.id()));
    }
    if (parts.contains(Part.KAFKA)) {
      claims.add(new Claim(kafkaController(), false, "kafka (controller)"));
    }
    if (parts.contains(Part.SANDBOX)) {
      claims.add(new Claim(dns(), false, "sandbox (DNS zone)"));
      claims.add(new Claim(dns(), true, "sandbox (DNS zone)"));
    }
    return claims;
  }

  private static boolean taken(Claim claim) {
    return claim.udp() ? !bindsUdp(claim.port()) : answers(claim.port()) || !bindsTcp(claim.port());
  }

  /** Asked first: some systems let us bind beside a listener on the wildcard address. */
  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  private static boolean bindsTcp(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.isBound();
    } catch (IOException held) {
      return false;
    }
  }

  private static boolean bindsUdp(int port) {
    try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getByName(LOOPBACK))) {
      return socket.isBound();
    } catch (IOException held) {
      return false;
    }
  }

  private record Claim(int port, boolean udp, String wantedBy) {}
}
