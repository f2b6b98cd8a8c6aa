package dev.gatehouse.sandbox.idp.provider;

import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers a service provider from whichever of the three ways the admin chose. */
@Singleton
final class RegisterServiceProvider {
  /** A metadata URL, or metadata itself, or the two values that matter. */
  record Request(
      @Nullable String metadataUrl,
      @Nullable String metadataXml,
      @Nullable String entityId,
      @Nullable String acsUrl) {}

  private static final int MOST_BYTES = 1 << 20;

  private final ServiceProviders providers;

  RegisterServiceProvider(ServiceProviders providers) {
    this.providers = providers;
  }

  ServiceProvider register(Request request) {
    ServiceProvider provider = read(request);
    for (var acs : provider.acsUrls()) {
      requireHttp(acs.url(), "The ACS URL");
    }
    providers.register(provider);
    return provider;
  }

  private static ServiceProvider read(Request request) {
    if (said(request.metadataUrl()) instanceof String url) {
      return SpMetadata.read(fetch(url));
    }
    if (said(request.metadataXml()) instanceof String xml) {
      return SpMetadata.read(xml);
    }
    if (said(request.entityId()) instanceof String entityId
        && said(request.acsUrl()) instanceof String acsUrl) {
      return new ServiceProvider(entityId, List.of(new ServiceProvider.AcsUrl(0, acsUrl)), null);
    }
    throw Refusal.badRequest(
        "Nothing to register",
        "Give a metadata URL, or paste metadata, or fill in both entity ID and ACS URL.");
  }

  private static String fetch(String url) {
    URI address = requireHttp(url, "The metadata URL");
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var response =
          client.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw Refusal.badRequest(
              "The metadata could not be fetched",
              "That address answered with status " + response.statusCode() + ".");
        }
        return new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw Refusal.badRequest(
          "The metadata could not be fetched", "Nothing answered at " + url + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI requireHttp(String url, String what) {
    if (url.matches("https?://[^\\s<>\"]+")) {
      return URI.create(url);
    }
    throw Refusal.badRequest(
        what + " is not usable", "It must begin with https:// or http:// and have no spaces.");
  }

  private static @Nullable String said(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
