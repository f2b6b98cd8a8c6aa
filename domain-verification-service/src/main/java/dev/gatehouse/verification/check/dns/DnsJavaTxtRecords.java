package dev.gatehouse.verification.check.dns;

import dev.gatehouse.verification.check.TxtAnswer;
import dev.gatehouse.verification.check.TxtRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
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
    try {
      return read(Name.fromString(host, Name.root), MOST_ALIASES, Optional.empty());
    } catch (TextParseException e) {
      return Uni.createFrom().item(new TxtAnswer.NothingThere());
    }
  }

  private Uni<TxtAnswer> read(Name name, int aliasesLeft, Optional<Name> alias) {
    return questions
        .ask(name, Type.TXT)
        .flatMap(reply ->
            switch (reply) {
              case Reply.Answered(Message message) -> follow(name, message, aliasesLeft, alias);
              case Reply.Unanswered(String why) ->
                  Uni.createFrom().item(new TxtAnswer.NoAnswer(why));
            });
  }

  private Uni<TxtAnswer> follow(
      Name asked, Message message, int aliasesLeft, Optional<Name> before) {
    Optional<Name> alias = before;
    Name here = asked;
    int left = aliasesLeft;
    while (true) {
      List<String> values = valuesAt(here, message);
      if (!values.isEmpty()) {
        return Uni.createFrom().item(new TxtAnswer.Published(values, shown(alias)));
      }
      Name target = aliasAt(here, message);
      if (target == null) {
        break;
      }
      if (left-- == 0) {
        return Uni.createFrom()
            .item(new TxtAnswer.NoAnswer("its aliases (CNAME) lead on and on, or in a circle."));
      }
      here = target;
      alias = alias.or(() -> Optional.of(target));
    }
    boolean endsHere =
        here.equals(asked) || message.getRcode() == Rcode.NXDOMAIN || saysNoSuchRecord(message);
    return endsHere
        ? Uni.createFrom().item(new TxtAnswer.NothingThere(shown(alias)))
        : read(here, left, alias);
  }

  /** What the name's own record says; where that leads on is not of the name's making. */
  private static Optional<String> shown(Optional<Name> alias) {
    return alias.map(target -> target.toString(true).toLowerCase(Locale.ROOT));
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
