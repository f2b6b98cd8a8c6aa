package dev.gatehouse.fetch;

/** What became of a fetch. The texts may be shown to whoever gave the address. */
public sealed interface FetchOutcome {

  /** The address answered 200 with a body within bounds. */
  record Fetched(byte[] body, String contentType) implements FetchOutcome {}

  /** We did not even ask: the address is not one that we fetch from. */
  record Refused(Refusal reason) implements FetchOutcome, PostOutcome {
    public String text() {
      return reason.text();
    }
  }

  /** We asked, and got nothing usable. What the other side wrote is never repeated. */
  record Failed(Failure reason, String text) implements FetchOutcome, PostOutcome {}

  /** Why an address is refused. */
  enum Refusal {
    NOT_A_URL("This is not an absolute web address."),
    NOT_HTTPS("Only https addresses are fetched."),
    USER_INFO("The address contains a user name or a password; give it without."),
    PORT("Only the standard https port, 443, is fetched from."),
    NOT_PUBLIC("The address leads into a private or reserved network.");

    private final String text;

    Refusal(String text) {
      this.text = text;
    }

    /** One sentence for the admin. */
    public String text() {
      return text;
    }
  }

  /** Why a fetch failed. */
  enum Failure {
    UNRESOLVABLE("The host name could not be resolved."),
    UNREACHABLE("The address could not be reached."),
    TLS("The host's TLS certificate is not trusted, or not for this name."),
    TIMEOUT("The address did not answer completely in time."),
    REDIRECT("The address redirects elsewhere; give the final address itself."),
    STATUS("The address answered with status {{status}}."),
    TOO_LARGE("The document is larger than 1 MB."),
    ENCODED("The address answered compressed although we asked it not to.");

    private final String text;

    Failure(String text) {
      this.text = text;
    }

    /** One sentence for the admin; what stands in double braces is filled in. */
    public String text() {
      return text;
    }
  }
}
