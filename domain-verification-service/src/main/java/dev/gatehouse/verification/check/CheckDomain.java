package dev.gatehouse.verification.check;

import dev.gatehouse.verification.domain.Challenge;
import dev.gatehouse.verification.eventloop.CallersContext;
import dev.gatehouse.verification.name.DomainName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Looks for a challenge in DNS, exactly at its host: that decides. Where nothing is found, the
 * places are looked at where DNS consoles and people put the record by mistake; there a first look
 * saves the exact one of names that surely do not exist.
 */
@ApplicationScoped
class CheckDomain {

  private static final int LONGEST_NAME = 253;

  private final FirstLook firstLook;
  private final TxtRecords records;
  private final CheckConfig config;

  CheckDomain(FirstLook firstLook, TxtRecords records, CheckConfig config) {
    this.firstLook = firstLook;
    this.records = records;
    this.config = config;
  }

  /**
   * The verdict about a challenge.
   *
   * @param zone the zone that holds the domain, where it is known
   */
  Uni<CheckVerdict> check(Challenge challenge, Optional<DomainName> zone) {
    return CallersContext.returning(() -> lookUp(new Sighting(challenge), zone));
  }

  private Uni<CheckVerdict> lookUp(Sighting sighting, Optional<DomainName> zone) {
    Challenge challenge = sighting.challenge();
    return records
        .everywhere(challenge.host())
        .map(sighting::atHost)
        .flatMap(verdict -> explain(sighting, verdict, zone.orElse(challenge.domain())))
        .ifNoItem()
        .after(config.deadline())
        .recoverWithItem(
            new CheckVerdict.LookupFailed(
                "DNS answers too slowly. This does not count against the record; we look again."));
  }

  private Uni<CheckVerdict> explain(Sighting sighting, CheckVerdict verdict, DomainName zone) {
    return switch (verdict) {
      case CheckVerdict.NotPublished nothing -> searchElsewhere(sighting, verdict, zone);
      case CheckVerdict.Mismatched mistake -> Uni.createFrom().item(verdict);
      case CheckVerdict.Proven proven -> Uni.createFrom().item(verdict);
      case CheckVerdict.Disputed disputed -> Uni.createFrom().item(verdict);
      case CheckVerdict.LookupFailed failed -> Uni.createFrom().item(verdict);
    };
  }

  private Uni<CheckVerdict> searchElsewhere(
      Sighting sighting, CheckVerdict otherwise, DomainName zone) {
    Challenge challenge = sighting.challenge();
    String doubled = challenge.host() + "." + zone;
    Uni<TxtAnswer> atDoubled =
        doubled.length() > LONGEST_NAME
            ? Uni.createFrom().item(new TxtAnswer.NothingThere())
            : properLook(doubled);
    Uni<TxtAnswer> atApex = records.at(challenge.domain().ascii());
    return Uni.combine()
        .all()
        .unis(atDoubled, atApex)
        .with((there, apex) ->
            sighting
                .atDoubledName(doubled, there)
                .or(() -> sighting.atApex(apex))
                .orElse(otherwise));
  }

  private Uni<TxtAnswer> properLook(String host) {
    return firstLook
        .isWorthAsking(host)
        .flatMap(worth ->
            worth ? records.at(host) : Uni.createFrom().item(new TxtAnswer.NothingThere()));
  }
}
