package dev.gatehouse.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform's product as {@code docs/embedding.md} describes it: one page, one token endpoint. */
final class Embedder implements AutoCloseable {

  static final String ORIGIN = "http://127.0.0.1:19998";

  private final HttpServer server;

  private Embedder(HttpServer server) {
    this.server = server;
  }

  static Embedder serving(String page, Supplier<String> token) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 19998), 0);
      server.createContext("/", exchange -> answer(exchange, "text/html; charset=utf-8", page));
      server.createContext(
          "/gatehouse-token", exchange -> answer(exchange, "text/plain", token.get()));
      server.start();
      return new Embedder(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first example of the documentation in that language, as a reader would copy it. */
  static String documented(String language) {
    try {
      String text = Files.readString(Gatehouse.ROOT.resolve("docs/embedding.md"));
      Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(text);
      if (!block.find()) {
        throw new IllegalStateException("docs/embedding.md has no example in " + language);
      }
      return block.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
