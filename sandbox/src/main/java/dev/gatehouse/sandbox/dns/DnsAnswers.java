package dev.gatehouse.sandbox.dns;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers questions with authority: every name has a zone here, published or not. */
@Singleton
final class DnsAnswers {
  /** What is sent over UDP at most, even to those who take more (DNS flag day 2020). */
  static final int MOST_OVER_UDP = 1232;

  private static final int MOST_ALIASES = 8;
  // So that "not there" is forgotten quickly: people here publish and look at once.
  private static final long NEGATIVE_TTL = 1;

  private final Zone zone;

  DnsAnswers(Zone zone) {
    this.zone = zone;
  }

  /** Empty when nobody shall answer. */
  Optional<Message> answer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setOpcode(query.getHeader().getOpcode());
    if (query.getHeader().getFlag(Flags.RD)) {
      answer.getHeader().setFlag(Flags.RD);
    }
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(MOST_OVER_UDP, 0, 0), Section.ADDITIONAL);
    }
    Record question = query.getQuestion();
    if (query.getHeader().getOpcode() != Opcode.QUERY || question == null) {
      answer.getHeader().setRcode(question == null ? Rcode.FORMERR : Rcode.NOTIMP);
      return Optional.of(answer);
    }
    answer.addRecord(question, Section.QUESTION);
    return switch (zone.fault(plain(question.getName()))) {
      case TIMEOUT -> Optional.empty();
      case SERVFAIL -> {
        answer.getHeader().setRcode(Rcode.SERVFAIL);
        yield Optional.of(answer);
      }
      case NONE -> {
        fill(answer, question);
        yield Optional.of(answer);
      }
    };
  }

  private void fill(Message answer, Record question) {
    if (question.getDClass() != DClass.IN
        || question.getType() == Type.AXFR
        || question.getType() == Type.IXFR) {
      answer.getHeader().setRcode(Rcode.REFUSED);
      return;
    }
    answer.getHeader().setFlag(Flags.AA);
    List<Record> published = zone.records().stream().map(Published::toRecord).toList();
    Name name = question.getName();
    for (int alias = 0; alias < MOST_ALIASES; alias++) {
      List<Record> here = at(name, published);
      List<Record> found = ofType(here, question.getType());
      if (!found.isEmpty()) {
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        return;
      }
      if (!(ofType(here, Type.CNAME) instanceof List<Record> aliases && !aliases.isEmpty())) {
        break;
      }
      answer.addRecord(aliases.getFirst(), Section.ANSWER);
      name = ((CNAMERecord) aliases.getFirst()).getTarget();
    }
    // RFC 2308: both "no such name" and "nothing of that type" carry the zone's SOA.
    if (!exists(name, published)) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    answer.addRecord(soa(apex(name, published)), Section.AUTHORITY);
  }

  /** What is published at a name, and what every zone has at its top unless published otherwise. */
  private static List<Record> at(Name name, List<Record> published) {
    List<Record> here = new ArrayList<>();
    published.stream().filter(record -> record.getName().equals(name)).forEach(here::add);
    Name apex = apex(name, published);
    if (name.equals(apex)) {
      if (ofType(here, Type.SOA).isEmpty()) {
        here.add(soa(apex));
      }
      if (ofType(here, Type.NS).isEmpty()) {
        here.add(new NSRecord(apex, DClass.IN, 60, below("ns1", apex)));
      }
    }
    return here;
  }

  /** RFC 8020: a name exists when it, or anything below it, does. */
  private static boolean exists(Name name, List<Record> published) {
    return name.equals(apex(name, published))
        || published.stream().anyMatch(record -> record.getName().subdomain(name));
  }

  /** The closest name above with its own SOA, else the last two labels. */
  private static Name apex(Name name, List<Record> published) {
    return published.stream()
        .filter(record -> record.getType() == Type.SOA && name.subdomain(record.getName()))
        .map(Record::getName)
        .max(java.util.Comparator.comparingInt(Name::labels))
        .orElseGet(() -> name.labels() <= 3 ? name : new Name(name, name.labels() - 3));
  }

  private static SOARecord soa(Name apex) {
    return new SOARecord(
        apex,
        DClass.IN,
        NEGATIVE_TTL,
        below("ns1", apex),
        below("hostmaster", apex),
        1,
        3600,
        600,
        86_400,
        NEGATIVE_TTL);
  }

  private static List<Record> ofType(List<Record> records, int type) {
    return records.stream().filter(r -> type == Type.ANY || r.getType() == type).toList();
  }

  private static Name below(String label, Name apex) {
    try {
      return Name.concatenate(Name.fromConstantString(label), apex);
    } catch (org.xbill.DNS.NameTooLongException e) {
      return apex;
    }
  }

  private static String plain(Name name) {
    return name.toString(true);
  }
}
