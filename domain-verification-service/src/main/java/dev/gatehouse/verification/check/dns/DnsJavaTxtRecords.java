package dev.gatehouse.verification.check.dns;

import dev.gatehouse.verification.check.TxtAnswer;
import dev.gatehouse.verification.check.TxtRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * TXT records by dnsjava, which keeps records apart, gives exact codes, and asks over TCP what UDP
 * truncated. An alias at the name is followed: delegating a challenge by CNAME is legitimate.
 */
@Singleton
class DnsJavaTxtRecords implements TxtRecords {

  private static final int MOST_ALIASES = 8;

  private final Questions questions;

  DnsJavaTxtRecords(Questions questions) {
    this.questions = questions;
  }

  @Override
  public Uni<TxtAnswer> at(String host) {
    return ask(host, questions.resolvers());
  }

  @Override
  public Uni<List<TxtAnswer>> everywhere(String host) {
    return Uni.join()
        .all(questions.resolvers().stream().map(one -> ask(host, List.of(one))).toList())
        .andFailFast();
  }

  private Uni<TxtAnswer> ask(String host, List<InetSocketAddress> whom) {
    try {
      return read(new Question(Name.fromString(host, Name.root), whom), MOST_ALIASES);
    } catch (TextParseException e) {
      return Uni.createFrom().item(new TxtAnswer.NothingThere());
    }
  }

  /** What is asked whom, and where the first alias led that brought us here. */
  private record Question(Name name, List<InetSocketAddress> whom, Optional<Name> alias) {
    Question(Name name, List<InetSocketAddress> whom) {
      this(name, whom, Optional.empty());
    }

    Question onward(Name target) {
      return new Question(target, whom, alias.or(() -> Optional.of(target)));
    }

    Optional<String> aliasShown() {
      return alias.map(target -> target.toString(true).toLowerCase(Locale.ROOT));
    }
  }

  private Uni<TxtAnswer> read(Question question, int aliasesLeft) {
    return questions
        .ask(question.name(), Type.TXT, question.whom())
        .flatMap(reply ->
            switch (reply) {
              case Reply.Answered(Message message) -> follow(question, message, aliasesLeft);
              case Reply.Unanswered(String why) ->
                  Uni.createFrom().item(new TxtAnswer.NoAnswer(why));
            });
  }

  private Uni<TxtAnswer> follow(Question asked, Message message, int aliasesLeft) {
    Question here = asked;
    int left = aliasesLeft;
    while (true) {
      List<String> values = valuesAt(here.name(), message);
      if (!values.isEmpty()) {
        return Uni.createFrom().item(new TxtAnswer.Published(values, here.aliasShown()));
      }
      Name target = aliasAt(here.name(), message);
      if (target == null) {
        break;
      }
      if (left-- == 0) {
        return Uni.createFrom()
            .item(new TxtAnswer.NoAnswer("its aliases (CNAME) lead on and on, or in a circle."));
      }
      here = here.onward(target);
    }
    boolean endsHere =
        here.equals(asked) || message.getRcode() == Rcode.NXDOMAIN || saysNoSuchRecord(message);
    return endsHere
        ? Uni.createFrom().item(new TxtAnswer.NothingThere(here.aliasShown()))
        : read(here, left);
  }

  /** RFC 2308 section 2: with an SOA, an empty answer is a "no" also for the alias's target. */
  private static boolean saysNoSuchRecord(Message message) {
    return message.getSection(Section.AUTHORITY).stream().anyMatch(r -> r.getType() == Type.SOA);
  }

  private static List<String> valuesAt(Name name, Message message) {
    return message.getSection(Section.ANSWER).stream()
        .filter(record -> record instanceof TXTRecord && record.getName().equals(name))
        .map(record -> joined((TXTRecord) record))
        .toList();
  }

  private static String joined(TXTRecord record) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(whole::writeBytes);
    return whole.toString(StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Name aliasAt(Name name, Message message) {
    for (Record record : message.getSection(Section.ANSWER)) {
      if (record instanceof CNAMERecord alias && alias.getName().equals(name)) {
        return alias.getTarget();
      }
    }
    return null;
  }
}
