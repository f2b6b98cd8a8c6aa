package dev.gatehouse.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where {@link Application} listens: for browsers that come back, and for logouts (OpenID Connect
 * Back-Channel Logout 1.0).
 */
final class LogoutReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  LogoutReceiver() {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(
                  InetAddress.getByName("127.0.0.1"), Application.CALLBACK.getPort()),
              0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/logout",
        exchange -> {
          String form =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          tokens.add(
              URLDecoder.decode(form.substring("logout_token=".length()), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  URI uri() {
    return Application.CALLBACK.resolve("/logout");
  }

  List<String> tokens() {
    return tokens;
  }

  /** The token that came as the first, second and so on. */
  String await(int number) {
    Wait.until("a logout token arrives", () -> tokens.size() >= number);
    return tokens.get(number - 1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
