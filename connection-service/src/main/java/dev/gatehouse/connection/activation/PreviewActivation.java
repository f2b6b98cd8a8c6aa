package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Revisions;
import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an activation would do now, by the very rules that will decide it. Changes nothing. */
@ApplicationScoped
class PreviewActivation {

  private final Revisions revisions;
  private final SelfServeSwitch selfServe;

  PreviewActivation(Revisions revisions, SelfServeSwitch selfServe) {
    this.revisions = revisions;
    this.selfServe = selfServe;
  }

  /** The revision in question, and everything against it. */
  record Preview(Revision revision, List<Objection> objections) {}

  /**
   * Empty when there is no such revision.
   *
   * @param wanted any revision of the connection, or null for the draft
   */
  @WithTransaction
  Uni<Optional<Preview>> preview(ConnectionSnapshot connection, @Nullable Id wanted) {
    Uni<Optional<Revision>> found =
        wanted == null
            ? Uni.createFrom().item(Optional.ofNullable(connection.draft()))
            : revisions.find(connection.id(), wanted);
    return found.flatMap(revision ->
        revision.isEmpty()
            ? Uni.createFrom().item(Optional.empty())
            : selfServe
                .isOn(connection.organization())
                .map(on ->
                    Optional.of(
                        new Preview(
                            revision.get(),
                            ActivationPolicy.against(
                                new ActivationPolicy.Facts(
                                    connection, revision.get(), on, false))))));
  }
}
