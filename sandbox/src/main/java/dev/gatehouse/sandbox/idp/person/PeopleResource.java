package dev.gatehouse.sandbox.idp.person;

import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lists, adds and removes people. */
@Path("/idp/people")
@Produces(MediaType.APPLICATION_JSON)
final class PeopleResource {
  record NewPerson(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String subject) {}

  record Entry(String email, String firstName, String lastName, String subject) {
    static Entry of(Person person) {
      return new Entry(person.email(), person.firstName(), person.lastName(), person.subject());
    }
  }

  private final People people;

  PeopleResource(People people) {
    this.people = people;
  }

  @GET
  public List<Entry> all() {
    return people.all().stream().map(Entry::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Entry add(NewPerson asked) {
    if (asked.email() == null) {
      throw Refusal.badRequest("No email", "Send {\"email\", \"firstName\"?, \"lastName\"?}.");
    }
    return Entry.of(
        people.save(asked.email(), asked.firstName(), asked.lastName(), asked.subject()));
  }

  @DELETE
  @ResponseStatus(204)
  public void remove(@RestQuery @Nullable String email) {
    people.remove(email == null ? "" : email);
  }
}
