package dev.gatehouse.org.elements;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** The bundle of {@code elements}, read and compressed once. */
@ApplicationScoped
class ElementsModule {
  private static final String BUNDLE = "elements/gatehouse.js";

  private final byte[] plain;
  private final byte[] gzipped;
  private final String digest;

  ElementsModule() {
    this.plain = read();
    this.gzipped = gzip(plain);
    this.digest = sha256(plain);
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

  private static byte[] read() {
    try (InputStream bundle =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(BUNDLE)) {
      if (bundle == null) {
        throw new IllegalStateException(BUNDLE + " is missing: build the module elements");
      }
      return bundle.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
