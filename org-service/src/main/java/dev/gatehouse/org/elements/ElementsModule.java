package dev.gatehouse.org.elements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** An ES module, compressed once. */
final class ElementsModule {
  private final byte[] plain;
  private final byte[] gzipped;
  private final String digest;

  ElementsModule(byte[] content) {
    this.plain = content;
    this.gzipped = gzip(content);
    this.digest = sha256(content);
  }

  byte[] plain() {
    return plain;
  }

  byte[] gzipped() {
    return gzipped;
  }

  /** Changes exactly when the content does. */
  String digest() {
    return digest;
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
