package dev.gatehouse.fetch;

import java.net.InetAddress;

/** A range of addresses, written as in {@code 10.0.0.0/8} or {@code fd00::/8}. */
record Cidr(InetAddress network, int bits) {

  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      // ofLiteral never asks a name server.
      InetAddress network = InetAddress.ofLiteral(address.strip());
      int width = network.getAddress().length * 8;
      int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1).strip());
      if (bits < 0 || bits > width) {
        throw new IllegalArgumentException("the prefix must be between 0 and " + width);
      }
      return new Cidr(network, bits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a range like 10.0.0.0/8", e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
