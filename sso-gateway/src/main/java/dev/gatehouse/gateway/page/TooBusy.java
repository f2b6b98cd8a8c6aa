package dev.gatehouse.gateway.page;

/** There is more to do at once than the gateway takes on; in a moment it may be different. */
public final class TooBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooBusy(Throwable cause) {
    super("too many messages at once", cause);
  }

  /** Floods are turned away without the cost of a stack trace. */
  public TooBusy(String what) {
    super(what, null, false, false);
  }
}
