package dev.gatehouse.verification.check.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/**
 * A name server on the loopback interface that speaks real DNS over UDP and TCP. It is authority
 * for everything; a name that nothing was put at does not exist. A second one can repeat what the
 * first says, until it is told to say something else about a name.
 */
public final class TestDns implements AutoCloseable {

  private static final int MOST_OVER_UDP = 512;

  private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final List<String> silent = new CopyOnWriteArrayList<>();
  private final AtomicInteger overTcp = new AtomicInteger();
  private final ServerSocket tcp;
  private final DatagramSocket udp;

  private final @Nullable TestDns repeated;

  public TestDns() {
    this(null);
  }

  /** Says what the other says about every name that it is told nothing about. */
  public TestDns(@Nullable TestDns repeated) {
    this.repeated = repeated;
    try {
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      tcp = new ServerSocket(0, 50, loopback);
      udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serveUdp);
    Thread.ofVirtual().start(this::serveTcp);
  }

  /** As {@code gatehouse.dns.resolvers} wants it. */
  public String address() {
    return "127.0.0.1:" + udp.getLocalPort();
  }

  /** Publishes one TXT record beside those already there, made of these strings. */
  public void txt(String name, String... strings) {
    put(name, new TXTRecord(of(name), DClass.IN, 60, Arrays.asList(strings)));
  }

  public void cname(String name, String target) {
    put(name, new CNAMERecord(of(name), DClass.IN, 60, of(target)));
  }

  public void ns(String zone, String server) {
    put(zone, new NSRecord(of(zone), DClass.IN, 60, of(server)));
  }

  /** Questions about the name are answered with this code. */
  public void fail(String name, int rcode) {
    failures.put(name, rcode);
  }

  /** Questions about the name are not answered. */
  public void ignore(String name) {
    silent.add(name);
  }

  /** The name does not exist, whatever the other says. */
  public void deny(String name) {
    fail(name, Rcode.NXDOMAIN);
  }

  private boolean knows(String name) {
    return records.containsKey(name) || failures.containsKey(name) || silent.contains(name);
  }

  /** Takes away what was put at the name, faults included. */
  public void clear(String name) {
    records.remove(name);
    failures.remove(name);
    silent.remove(name);
  }

  public int askedOverTcp() {
    return overTcp.get();
  }

  @Override
  public void close() {
    try {
      udp.close();
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String name, Record record) {
    records.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>()).add(record);
  }

  private void serveUdp() {
    byte[] buffer = new byte[4_096];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        Optional<Message> answer = answer(query);
        if (answer.isPresent()) {
          byte[] wire = answer.get().toWire();
          if (wire.length > MOST_OVER_UDP) {
            wire = truncated(query).toWire();
          }
          udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!udp.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket connection = tcp.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        if (!tcp.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        var in = new DataInputStream(connection.getInputStream());
        var out = new DataOutputStream(connection.getOutputStream())) {
      overTcp.incrementAndGet();
      byte[] query = in.readNBytes(in.readUnsignedShort());
      Optional<Message> answer = answer(new Message(query));
      if (answer.isPresent()) {
        byte[] wire = answer.get().toWire();
        out.writeShort(wire.length);
        out.write(wire);
        out.flush();
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      // The client hung up.
    }
  }

  private static Message truncated(Message query) {
    Message answer = emptyAnswer(query);
    answer.getHeader().setFlag(Flags.TC);
    return answer;
  }

  private static Message emptyAnswer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    return answer;
  }

  private Optional<Message> answer(Message query) {
    Record question = query.getQuestion();
    String name = question.getName().toString(true).toLowerCase(Locale.ROOT);
    if (repeated != null && !knows(name)) {
      return repeated.answer(query);
    }
    if (silent.contains(name)) {
      return Optional.empty();
    }
    Message answer = emptyAnswer(query);
    Integer failure = failures.get(name);
    if (failure != null) {
      answer.getHeader().setRcode(failure);
      return Optional.of(answer);
    }
    List<Record> here = records.getOrDefault(name, new ArrayList<>());
    here.stream()
        .filter(r -> r.getType() == question.getType() || r instanceof CNAMERecord)
        .forEach(r -> answer.addRecord(r, Section.ANSWER));
    if (answer.getSection(Section.ANSWER).isEmpty()) {
      if (here.isEmpty()) {
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
      }
      answer.addRecord(soa(question.getName()), Section.AUTHORITY);
    }
    return Optional.of(answer);
  }

  private static SOARecord soa(Name zone) {
    return new SOARecord(zone, DClass.IN, 1, zone, zone, 1, 1, 1, 1, 1);
  }

  private static Name of(String name) {
    try {
      return Name.fromString(name, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
