package dev.gatehouse.verification.check.dns;

import org.xbill.DNS.Message;

/** What came back on a question. */
sealed interface Reply {

  /** NOERROR or NXDOMAIN from a server that answers for the name or for anybody. */
  record Answered(Message message) implements Reply {}

  /** Nothing that says anything about the name; {@code why} is a sentence for an admin. */
  record Unanswered(String why) implements Reply {}
}
