package dev.gatehouse.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as a page does by {@code fetch}, with a bearer token. */
public final class EventStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** An event, or a comment, whose name is empty. The last one read is called "closed". */
  public record Event(String name, String data) {}

  private EventStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  /** Opens a stream, or fails with the status that came instead. */
  public static EventStream open(URI uri, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError(
            response.statusCode()
                + " "
                + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
      }
      return new EventStream(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<InputStream> response() {
    return response;
  }

  /** The next event; comments are passed over. */
  public Event next() {
    Event event = take();
    while (event.name().isEmpty()) {
      event = take();
    }
    return event;
  }

  /** The next event with this name, whatever comes before it. */
  public Event next(String name) {
    Event event = next();
    while (!event.name().equals(name)) {
      if (event.name().equals("closed")) {
        throw new AssertionError("The stream ended without " + name);
      }
      event = next();
    }
    return event;
  }

  /** The next comment, whatever comes before it. */
  public Event nextComment() {
    Event event = take();
    while (!event.name().isEmpty()) {
      event = take();
    }
    return event;
  }

  private Event take() {
    try {
      @Nullable Event event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("Nothing came within " + PATIENCE);
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        } else if (line.isEmpty()) {
          events.add(new Event(name, data.toString()));
          name = "";
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // Cut off, by us or by the other side: over either way.
    }
    events.add(new Event("closed", ""));
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      // Closed already.
    }
  }
}
