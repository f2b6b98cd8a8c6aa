package dev.gatehouse.verification.check.dns;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * Asks resolvers one after the other until one really answers: over UDP, and over TCP when the
 * answer was truncated. Items arrive on dnsjava's threads.
 */
@Singleton
class Questions {

  private static final Logger LOG = Logger.getLogger(Questions.class);

  private final List<InetSocketAddress> resolvers;
  private final Duration timeout;
  private final int rounds;

  Questions(Resolvers resolvers, DnsConfig config) {
    this.resolvers = resolvers.inOrder();
    this.timeout = config.timeout();
    this.rounds = config.rounds();
  }

  List<InetSocketAddress> resolvers() {
    return resolvers;
  }

  Uni<Reply> ask(Name name, int type) {
    return ask(name, type, resolvers);
  }

  Uni<Reply> ask(Name name, int type, List<InetSocketAddress> whom) {
    Deque<InetSocketAddress> toAsk = new ArrayDeque<>();
    for (int round = 0; round < rounds; round++) {
      toAsk.addAll(whom);
    }
    Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    return askNext(question, toAsk, new Reply.Unanswered("No DNS resolver is configured."));
  }

  private Uni<Reply> askNext(
      Message question, Deque<InetSocketAddress> left, Reply.Unanswered otherwise) {
    InetSocketAddress next = left.poll();
    return next == null
        ? Uni.createFrom().item(otherwise)
        : askOne(question, next)
            .flatMap(reply ->
                switch (reply) {
                  case Reply.Answered answered -> Uni.createFrom().item(answered);
                  case Reply.Unanswered unanswered -> askNext(question, left, unanswered);
                });
  }

  private Uni<Reply> askOne(Message question, InetSocketAddress address) {
    SimpleResolver resolver = new SimpleResolver(address);
    resolver.setTimeout(timeout);
    return Uni.createFrom()
        .completionStage(() -> resolver.sendAsync(question))
        .map(Questions::judge)
        .onFailure()
        .invoke(failure ->
            LOG.debugf("resolver=%s type=%s: %s", address, typeOf(question), failure.toString()))
        .onFailure()
        .recoverWithItem(new Reply.Unanswered("the DNS resolver did not answer in time."));
  }

  private static Reply judge(Message message) {
    int code = message.getRcode();
    if (code == Rcode.NXDOMAIN) {
      return new Reply.Answered(message);
    }
    if (code != Rcode.NOERROR) {
      return new Reply.Unanswered("the DNS resolver answered " + Rcode.string(code) + ".");
    }
    return isReferral(message)
        ? new Reply.Unanswered("the DNS resolver only refers to other name servers.")
        : new Reply.Answered(message);
  }

  /**
   * RFC 2308 section 2.2: no answer, no SOA, name servers, and from someone who is no authority.
   */
  private static boolean isReferral(Message message) {
    return message.getSection(Section.ANSWER).isEmpty()
        && !message.getHeader().getFlag(Flags.AA)
        && !message.getHeader().getFlag(Flags.RA)
        && message.getSection(Section.AUTHORITY).stream().noneMatch(r -> r.getType() == Type.SOA);
  }

  private static String typeOf(Message question) {
    return Type.string(question.getQuestion().getType());
  }
}
