package dev.gatehouse.verification.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains where anybody may have a mailbox, from {@code consumer-mail-domains.txt}. */
final class ConsumerMail {

  private static final Set<String> DOMAINS = load();

  private ConsumerMail() {}

  static boolean isConsumerMail(DomainName name) {
    return DOMAINS.contains(name.ascii());
  }

  private static Set<String> load() {
    try (InputStream list = ConsumerMail.class.getResourceAsStream("consumer-mail-domains.txt")) {
      if (list == null) {
        throw new IllegalStateException("consumer-mail-domains.txt is missing");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
