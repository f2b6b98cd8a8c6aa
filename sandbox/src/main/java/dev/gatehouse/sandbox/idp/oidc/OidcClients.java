package dev.gatehouse.sandbox.idp.oidc;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every registered relying party; registering an id again replaces it. */
@Singleton
final class OidcClients {
  private final KeptFile<List<OidcClient>> clients;

  OidcClients(KeptFiles files) {
    clients = files.open("oidc-clients", new TypeReference<>() {}, List::of);
  }

  List<OidcClient> all() {
    return clients.get();
  }

  Optional<OidcClient> find(@Nullable String clientId) {
    return clients.get().stream().filter(c -> c.clientId().equals(clientId)).findFirst();
  }

  OidcClient register(
      List<String> redirectUris, @Nullable String clientId, @Nullable String clientSecret) {
    List<String> uris = redirectUris.stream().map(String::strip).filter(u -> !u.isEmpty()).toList();
    if (uris.isEmpty() || !uris.stream().allMatch(uri -> uri.matches("https?://[^\\s<>\"#]+"))) {
      throw Refusal.badRequest(
          "No usable redirect URI", "Give at least one that begins with https:// or http://.");
    }
    OidcClient client =
        new OidcClient(
            clientId == null || clientId.isBlank() ? Tokens.random(10) : clientId.strip(),
            clientSecret == null || clientSecret.isBlank()
                ? Tokens.random(20)
                : clientSecret.strip(),
            uris);
    clients.update(all -> {
      List<OidcClient> next = new ArrayList<>(all);
      next.removeIf(c -> c.clientId().equals(client.clientId()));
      next.add(client);
      return List.copyOf(next);
    });
    return client;
  }

  void remove(String clientId) {
    clients.update(all -> all.stream().filter(c -> !c.clientId().equals(clientId)).toList());
  }
}
