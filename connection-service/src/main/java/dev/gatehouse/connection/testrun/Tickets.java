package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Id;
import dev.gatehouse.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the address that starts a run. Only this service and the gateway have the keyset, so a
 * ticket that opens was made here, for this run.
 */
@ApplicationScoped
class Tickets {

  private final Seal seal;
  private final ObjectMapper json;
  private final String publicUrl;

  Tickets(
      @Named("test-runs") Seal seal,
      ObjectMapper json,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.seal = seal;
    this.json = json;
    this.publicUrl = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
  }

  /** What the gateway must know to run it; used once. */
  record Ticket(
      Id run,
      Id connection,
      Id revision,
      long connectionVersion,
      String caller,
      Instant expiresAt) {}

  URI startUrl(TestRun run) {
    Ticket ticket =
        new Ticket(
            run.id(),
            run.connection(),
            run.revision(),
            run.connectionVersion(),
            run.startedBy(),
            run.expiresAt());
    return URI.create(publicUrl + "test-runs/" + run.id() + "?ticket=" + sealed(ticket));
  }

  private String sealed(Ticket ticket) {
    try {
      String sealed = seal.seal(json.writeValueAsBytes(ticket), "ticket/" + ticket.run());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Base64.getDecoder().decode(sealed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A ticket is always writable", e);
    }
  }
}
