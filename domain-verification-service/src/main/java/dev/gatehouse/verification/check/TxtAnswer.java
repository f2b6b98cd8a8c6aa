package dev.gatehouse.verification.check;

import java.util.List;
import java.util.Optional;

/** What DNS says about the TXT records at one name. */
public sealed interface TxtAnswer {

  /**
   * There are records. Each value is one whole record, its strings joined without anything between
   * (RFC 7208 section 3.3 reads them so too), one octet a character.
   *
   * @param alias where the name leads (CNAME), if it does: the records stand there, and records at
   *     the name itself are not seen
   */
  record Published(List<String> values, Optional<String> alias) implements TxtAnswer {
    public Published(List<String> values) {
      this(values, Optional.empty());
    }
  }

  /**
   * An authoritative "no": no such name, or no TXT record at it.
   *
   * @param alias where the name leads (CNAME), if it does; what is missing is missing there
   */
  record NothingThere(Optional<String> alias) implements TxtAnswer {
    public NothingThere() {
      this(Optional.empty());
    }
  }

  /** No answer that says anything: a timeout, SERVFAIL, a refusal, a loop of aliases. */
  record NoAnswer(String why) implements TxtAnswer {}
}
