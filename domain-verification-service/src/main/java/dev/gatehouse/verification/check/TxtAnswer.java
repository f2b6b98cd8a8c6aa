package dev.gatehouse.verification.check;

import java.util.List;

/** What DNS says about the TXT records at one name. */
public sealed interface TxtAnswer {

  /**
   * There are records. Each value is one whole record, its strings joined without anything between
   * (RFC 7208 section 3.3 reads them so too), one octet a character.
   */
  record Published(List<String> values) implements TxtAnswer {}

  /** An authoritative "no": no such name, or no TXT record at it. */
  record NothingThere() implements TxtAnswer {}

  /** No answer that says anything: a timeout, SERVFAIL, a refusal, a loop of aliases. */
  record NoAnswer(String why) implements TxtAnswer {}
}
