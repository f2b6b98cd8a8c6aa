package dev.gatehouse.sandbox.pages;

/** What was asked cannot be done; the message says why and what to do, in words for people. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  private Refusal(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  public static Refusal badRequest(String title, String detail) {
    return new Refusal(400, title, detail);
  }

  public static Refusal notFound(String title, String detail) {
    return new Refusal(404, title, detail);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
