package dev.gatehouse.ids;

/** What an id names; the prefix is what people and logs see. */
public enum IdKind {
  ORGANIZATION("org"),
  MEMBER("mem"),
  API_CLIENT("cli"),
  DOMAIN("dom"),
  CONNECTION("con"),
  REVISION("rev"),
  TEST_RUN("run"),
  APPLICATION("app"),
  PERSON("per"),
  SIGN_IN("sgn"),
  SUSPENSION("sus"),
  SETUP_LINK("lnk");

  private final String prefix;

  IdKind(String prefix) {
    this.prefix = prefix;
  }

  /** Three lower-case letters, without the underscore that follows them. */
  public String prefix() {
    return prefix;
  }
}
