package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import dev.gatehouse.intake.Event;
import dev.gatehouse.intake.Intake;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears who signed in for the first time. */
@ApplicationScoped
class SignInEvents {

  private final Intake intake;
  private final AdmitPerson admitPerson;

  SignInEvents(Intake intake, AdmitPerson admitPerson) {
    this.intake = intake;
    this.admitPerson = admitPerson;
  }

  /** What we read of a sign-in. */
  record SignIn(
      Id organization,
      @Nullable Id person,
      @Nullable Id member,
      boolean justInTime,
      @Nullable String email,
      @Nullable String givenName,
      @Nullable String familyName) {
    @Override
    public String toString() {
      return "SignIn[" + organization + "]";
    }
  }

  @Incoming("sign-ins")
  Uni<Void> on(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, SignIn.class, this::apply);
  }

  private Uni<Void> apply(Event event, SignIn signIn) {
    Id who = signIn.person();
    if (!event.name().equals("SignInSucceeded") || who == null) {
      return Uni.createFrom().voidItem();
    }
    Person person = new Person(who, signIn.givenName(), signIn.familyName());
    Cause cause = new Cause("service:sso-gateway", event.traceparent());
    Id member = signIn.member();
    if (member != null) {
      return admitPerson.asMember(signIn.organization(), member, person, cause);
    }
    String email = signIn.email();
    return signIn.justInTime() && email != null
        ? admitPerson.justInTime(signIn.organization(), email, person, cause)
        : Uni.createFrom().voidItem();
  }
}
