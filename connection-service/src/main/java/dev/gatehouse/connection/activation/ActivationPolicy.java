package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a revision may go live. Pure, so that the rules can be read and tested alone. */
final class ActivationPolicy {

  private ActivationPolicy() {}

  /** Every reason against it; empty means that it may. */
  static List<Objection> against(Facts facts) {
    List<Objection> objections = new ArrayList<>();
    if (!facts.selfServeSso()) {
      objections.add(new Objection.SwitchOff());
    }
    if (facts.connection().lacksTrustedKey()) {
      objections.add(new Objection.NoTrustedKey());
    }
    if (!facts.revision().isTested()) {
      objections.add(new Objection.NotTested());
    }
    if (facts.connection().domains().isEmpty()
        || !facts.connection().unverifiedDomains().isEmpty()) {
      objections.add(new Objection.DomainsNotVerified(facts.connection().unverifiedDomains()));
    }
    relink(facts.connection().lastLive(), facts.revision().settings())
        .filter(relink -> !facts.relinkConfirmed())
        .ifPresent(objections::add);
    return List.copyOf(objections);
  }

  /** Other issuer or subject: everybody who signed in so far would be somebody new. */
  private static Optional<Objection.RelinkUnconfirmed> relink(
      @Nullable Revision last, Settings next) {
    if (last == null || next.namesPeopleLike(last.settings())) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection.RelinkUnconfirmed(
            !next.issuer().equals(last.settings().issuer()), !next.hasSubjectOf(last.settings())));
  }

  /**
   * All that the decision rests on, from this service's own database.
   *
   * @param selfServeSso whether the organization's switch is on
   */
  record Facts(
      ConnectionSnapshot connection,
      Revision revision,
      boolean selfServeSso,
      boolean relinkConfirmed) {}
}
