package dev.gatehouse.sandbox.dns;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** The sockets: UDP, and TCP for answers that do not fit; on this machine only. */
@Singleton
final class DnsServer {
  private static final Logger LOG = Logger.getLogger(DnsServer.class);
  private static final int WITHOUT_EDNS = 512;
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final DnsAnswers answers;
  private final int port;
  private @Nullable DatagramSocket udp;
  private @Nullable ServerSocket tcp;

  DnsServer(DnsAnswers answers, @ConfigProperty(name = "sandbox.dns.port") int port) {
    this.answers = answers;
    this.port = port;
  }

  void start(@Observes StartupEvent event) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    var packets = new DatagramSocket(address);
    var connections = new ServerSocket();
    connections.setReuseAddress(true);
    connections.bind(address);
    udp = packets;
    tcp = connections;
    // A platform thread keeps nothing waiting: it is one, and it blocks in a native call.
    Thread.ofPlatform().daemon().name("dns-udp").start(() -> serve(packets));
    Thread.ofPlatform().daemon().name("dns-tcp").start(() -> serve(connections));
    LOG.infof("DNS answers on 127.0.0.1:%d, UDP and TCP", port);
  }

  void stop(@Observes ShutdownEvent event) throws IOException {
    if (udp != null) {
      udp.close();
    }
    if (tcp != null) {
      tcp.close();
    }
  }

  private void serve(DatagramSocket socket) {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
        Optional<byte[]> answer = answer(query, true);
        if (answer.isPresent()) {
          socket.send(
              new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
        }
      } catch (SocketException e) {
        // Closed: the sandbox stops.
      } catch (IOException | RuntimeException e) {
        LOG.warn("A DNS question over UDP was not answered", e);
      }
    }
  }

  private void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread.ofVirtual().name("dns-connection").start(() -> serve(connection));
      } catch (SocketException e) {
        // Closed: the sandbox stops.
      } catch (IOException e) {
        LOG.warn("A DNS connection was not taken", e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
      var in = new DataInputStream(connection.getInputStream());
      var out = new DataOutputStream(connection.getOutputStream());
      while (true) {
        byte[] query = in.readNBytes(in.readUnsignedShort());
        Optional<byte[]> answer = answer(query, false);
        if (answer.isPresent()) {
          byte[] framed = new byte[answer.get().length + 2];
          framed[0] = (byte) (answer.get().length >>> 8);
          framed[1] = (byte) answer.get().length;
          System.arraycopy(answer.get(), 0, framed, 2, answer.get().length);
          out.write(framed);
          out.flush();
        }
      }
    } catch (EOFException | SocketTimeoutException | SocketException e) {
      // The asker has gone.
    } catch (IOException | RuntimeException e) {
      LOG.warn("A DNS question over TCP was not answered", e);
    }
  }

  private Optional<byte[]> answer(byte[] wire, boolean datagram) {
    Message query;
    try {
      query = new Message(wire);
    } catch (IOException e) {
      return formatError(wire);
    }
    if (query.getHeader().getFlag(Flags.QR)) {
      return Optional.empty();
    }
    // dnsjava cuts whole record sets and sets TC, as RFC 2181 section 9 wants.
    return answers
        .answer(query)
        .map(answer -> answer.toWire(datagram ? mostBytes(query) : Message.MAXLENGTH));
  }

  private static int mostBytes(Message query) {
    if (query.getOPT() == null) {
      return WITHOUT_EDNS;
    }
    return Math.clamp(query.getOPT().getPayloadSize(), WITHOUT_EDNS, DnsAnswers.MOST_OVER_UDP);
  }

  private static Optional<byte[]> formatError(byte[] wire) {
    if (wire.length < 2) {
      return Optional.empty();
    }
    var header = new Header(((wire[0] & 0xff) << 8) | (wire[1] & 0xff));
    header.setFlag(Flags.QR);
    header.setRcode(Rcode.FORMERR);
    return Optional.of(header.toWire());
  }
}
