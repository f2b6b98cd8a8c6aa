package dev.gatehouse.org.organization;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Changes an organization's names, turns its switch, deletes it. Empty: there is none. */
@ApplicationScoped
class ChangeOrganization {

  private final Organizations organizations;
  private final OrganizationJournal journal;
  private final List<DeletionStep> deletionSteps;
  private final Clock clock;

  ChangeOrganization(
      Organizations organizations,
      OrganizationJournal journal,
      @All List<DeletionStep> deletionSteps,
      Clock clock) {
    this.organizations = organizations;
    this.journal = journal;
    this.deletionSteps = deletionSteps;
    this.clock = clock;
  }

  /** What to change; null leaves it as it is. */
  record Change(@Nullable String name, @Nullable String slug, @Nullable String externalId) {}

  /** The precondition gets the present version and refuses a stale one. */
  @WithTransaction
  Uni<Optional<Organization>> change(Id id, Change change, LongConsumer precondition, Cause cause) {
    return ifExisting(
        id,
        organization -> {
          precondition.accept(organization.version());
          var before = OrganizationAudit.of(organization);
          organization.change(change, clock.instant());
          return organizations
              .flush()
              .flatMap(done ->
                  journal.changed(
                      organization,
                      "OrganizationUpdated",
                      cause,
                      "organization.changed",
                      before,
                      OrganizationAudit.of(organization)));
        });
  }

  /** Idempotent: a switch that is already where it should be causes no event. */
  @WithTransaction
  Uni<Optional<Organization>> switchSelfServe(Id id, boolean on, Cause cause) {
    return ifExisting(
        id,
        organization -> {
          if (organization.isSelfServeSso() == on) {
            return Uni.createFrom().item(organization);
          }
          organization.switchSelfServe(on, clock.instant());
          return journal.changed(
              organization,
              on ? "SelfServeSsoEnabled" : "SelfServeSsoDisabled",
              cause,
              on ? "self_serve_sso.enabled" : "self_serve_sso.disabled",
              Map.of("selfServeSso", !on),
              Map.of("selfServeSso", on));
        });
  }

  /** The other services delete what hangs on it when they hear of it. */
  @WithTransaction
  Uni<Optional<Organization>> delete(Id id, Cause cause) {
    return ifExisting(
        id,
        organization -> {
          var before = OrganizationAudit.of(organization);
          organization.delete(clock.instant());
          return Multi.createFrom()
              .iterable(deletionSteps)
              .onItem()
              .transformToUniAndConcatenate(step -> step.delete(id, cause))
              .collect()
              .last()
              .flatMap(done ->
                  journal.changed(
                      organization,
                      "OrganizationDeleted",
                      cause,
                      "organization.deleted",
                      before,
                      null));
        });
  }

  private Uni<Optional<Organization>> ifExisting(
      Id id, Function<Organization, Uni<Organization>> change) {
    return organizations
        .lock(id)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(found)
                : change.apply(found.get()).map(Optional::of));
  }
}
