package dev.gatehouse.verification.check.dns;

import dev.gatehouse.verification.name.DomainName;
import dev.gatehouse.verification.provider.NameServers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Walks up from a name until a name server owns up to a zone. */
@Singleton
class DnsJavaNameServers implements NameServers {

  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final int MOST_STEPS = 6;

  private final Questions questions;

  DnsJavaNameServers(Questions questions) {
    this.questions = questions;
  }

  @Override
  public Uni<Optional<Zone>> zoneOf(DomainName name) {
    return walkUp(name, MOST_STEPS).ifNoItem().after(PATIENCE).recoverWithItem(Optional.empty());
  }

  private Uni<Optional<Zone>> walkUp(DomainName name, int stepsLeft) {
    if (stepsLeft == 0 || name.parent().equals(name)) {
      return Uni.createFrom().item(Optional.empty());
    }
    try {
      Name asked = Name.fromString(name.ascii(), Name.root);
      return questions
          .ask(asked, Type.NS)
          .flatMap(reply ->
              switch (reply) {
                case Reply.Answered(Message message) -> {
                  List<String> servers = serversOf(asked, message);
                  yield servers.isEmpty()
                      ? walkUp(name.parent(), stepsLeft - 1)
                      : Uni.createFrom().item(Optional.of(new Zone(name, servers)));
                }
                case Reply.Unanswered unanswered -> Uni.createFrom().item(Optional.empty());
              });
    } catch (TextParseException e) {
      return Uni.createFrom().item(Optional.empty());
    }
  }

  private static List<String> serversOf(Name asked, Message message) {
    return message.getSection(Section.ANSWER).stream()
        .filter(record -> record instanceof NSRecord && record.getName().equals(asked))
        .map(record -> ((NSRecord) record).getTarget().toString(true).toLowerCase(Locale.ROOT))
        .toList();
  }
}
