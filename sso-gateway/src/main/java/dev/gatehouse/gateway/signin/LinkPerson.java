package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.signin.People.Identity;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds or makes the person behind an identity. */
@Singleton
class LinkPerson {

  private final People people;
  private final Ids ids;

  LinkPerson(People people, Clock clock) {
    this.people = people;
    this.ids = new Ids(clock);
  }

  Uni<LinkedPerson> link(
      SqlClient connection,
      Id organization,
      Situation situation,
      Identity identity,
      EmailAddress email,
      Instant now) {
    String address = LinkedPerson.canonical(email);
    return situation.person().isPresent()
        ? known(connection, situation.person().get(), situation.known(), address)
        : unknown(connection, organization, identity, address, now);
  }

  private Uni<LinkedPerson> known(
      SqlClient connection, Id person, Situation.Known known, String email) {
    // Removed and invited again: the new membership waits for somebody with this address.
    Optional<Id> member = known.invited().isPresent() ? known.invited() : known.member();
    LinkedPerson linked =
        new LinkedPerson.Clear(person, member, member.isEmpty() && !known.joined());
    boolean same = known.email().equals(Optional.of(email)) && known.member().equals(member);
    return same
        ? Uni.createFrom().item(linked)
        : people.update(connection, person, email, member).replaceWith(linked);
  }

  private Uni<LinkedPerson> unknown(
      SqlClient connection, Id organization, Identity identity, String email, Instant now) {
    return people
        .alone(connection, organization, email, identity)
        .flatMap(meanwhile ->
            people
                .firstSignIn(connection, organization, email, identity)
                .flatMap(first ->
                    meanwhile.isPresent()
                        ? Uni.createFrom().item(already(first, meanwhile.get()))
                        : decided(connection, organization, identity, email, now, first)));
  }

  /** Another tab was faster. */
  private static LinkedPerson already(FirstSignIn first, Id person) {
    Optional<FirstSignIn.Known> known =
        first.people().stream().filter(one -> one.id().equals(person)).findFirst();
    if (known.map(FirstSignIn.Known::blocked).orElse(false)) {
      return new LinkedPerson.Unclear(SignInReason.MEMBER_BLOCKED);
    }
    Optional<Id> member = known.flatMap(FirstSignIn.Known::member);
    boolean joined = known.map(FirstSignIn.Known::joined).orElse(false);
    return new LinkedPerson.Clear(person, member, member.isEmpty() && !joined);
  }

  private Uni<LinkedPerson> decided(
      SqlClient connection,
      Id organization,
      Identity identity,
      String email,
      Instant now,
      FirstSignIn first) {
    return switch (first.decide()) {
      case FirstSignIn.Decision.Refuse(var reason) ->
          Uni.createFrom().item(new LinkedPerson.Unclear(reason));
      case FirstSignIn.Decision.Link(var person, var member, var joined) ->
          people
              .identify(connection, identity, person, now)
              .flatMap(_ -> people.update(connection, person, email, member))
              .replaceWith(new LinkedPerson.Clear(person, member, member.isEmpty() && !joined));
      case FirstSignIn.Decision.Create(var member) -> {
        Id person = ids.next(IdKind.PERSON);
        yield people
            .create(connection, person, organization, email, member, now)
            .flatMap(_ -> people.identify(connection, identity, person, now))
            .replaceWith(new LinkedPerson.Clear(person, member, member.isEmpty()));
      }
    };
  }
}
