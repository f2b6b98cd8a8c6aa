package dev.gatehouse.verification.name;

/** What came out of reading a name that a person typed. */
public sealed interface ReadName {

  /** A name that an organization may claim. */
  record Readable(DomainName name) implements ReadName {}

  /** No domain name, however leniently read; {@code why} is a sentence for the person. */
  record NotADomain(String why) implements ReadName {}

  /** A name under which anybody may register. */
  record PublicSuffix() implements ReadName {}

  /** A name at which anybody may have a mailbox. */
  record ConsumerMailDomain() implements ReadName {}
}
