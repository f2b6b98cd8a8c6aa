package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Step;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who made a link, when it was opened, who took it back. Never its secrets. */
@ApplicationScoped
class SetupLinkAudit {

  private final SetupLinks links;
  private final HibernateOutbox outbox;
  private final Events events;

  SetupLinkAudit(SetupLinks links, HibernateOutbox outbox, Events events) {
    this.links = links;
    this.outbox = outbox;
    this.events = events;
  }

  Uni<Void> created(SetupLink link, Cause cause) {
    return append(
        link,
        cause,
        "setup_link.created",
        null,
        Map.of(
            "recipient", link.recipient().name(),
            "steps", link.steps().stream().map(Step::word).toList(),
            "expiresAt", link.expiresAt().toString()));
  }

  Uni<Void> opened(SetupLink link, Cause cause) {
    return append(link, cause, "setup_link.opened", null, recipient(link));
  }

  Uni<Void> revoked(SetupLink link, Cause cause) {
    return append(link, cause, "setup_link.revoked", recipient(link), null);
  }

  private static Map<String, ?> recipient(SetupLink link) {
    return Map.of("recipient", link.recipient().name());
  }

  private Uni<Void> append(
      SetupLink link, Cause cause, String action, @Nullable Object before, @Nullable Object after) {
    return links
        .getSession()
        .flatMap(session ->
            outbox.append(
                session,
                events.audit(
                    link.organization().toString(),
                    cause,
                    action,
                    link.id().toString(),
                    before,
                    after)));
  }
}
