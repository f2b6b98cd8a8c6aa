package dev.gatehouse.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses may be connected to: public ones, and what the operator explicitly allows. */
final class Reach {

  /** IANA's special-purpose registry (RFC 6890), and all that is not unicast. */
  private static final List<Cidr> RESERVED_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /**
   * All global unicast there is (RFC 4291 section 2.4). Loopback, link-local, unique-local,
   * multicast and NAT64 (64:ff9b::/96) lie outside; Java turns IPv4-mapped addresses into IPv4.
   */
  private static final Cidr GLOBAL_V6 = Cidr.parse("2000::/3");

  /** Within it: protocol assignments with Teredo, documentation, and 6to4, which embeds IPv4. */
  private static final List<Cidr> RESERVED_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final List<Cidr> allowed;

  Reach(List<Cidr> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  private static List<Cidr> ranges(String... texts) {
    return Stream.of(texts).map(Cidr::parse).toList();
  }

  /** Whether the operator listed the address. */
  boolean isAllowed(InetAddress address) {
    return contains(allowed, address);
  }

  /** Whether the whole internet can reach the address. */
  boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return !contains(RESERVED_V4, address);
    }
    return GLOBAL_V6.contains(address) && !contains(RESERVED_V6, address);
  }

  private static boolean contains(List<Cidr> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
