package dev.gatehouse.connection.connection;

/** A certificate the way consoles want it pasted or uploaded. */
public final class Pem {

  private static final int LINE = 64;

  private Pem() {}

  /** From base64 of the DER form. */
  public static String of(String base64) {
    StringBuilder pem = new StringBuilder("-----BEGIN CERTIFICATE-----\n");
    for (int start = 0; start < base64.length(); start += LINE) {
      pem.append(base64, start, Math.min(base64.length(), start + LINE)).append('\n');
    }
    return pem.append("-----END CERTIFICATE-----\n").toString();
  }
}
