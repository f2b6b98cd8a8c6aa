package dev.gatehouse.problems;

import dev.gatehouse.languages.Sentence;

/** What a problem's detail says where it can say more than the catalogue. */
public enum Detail {

  // What every API may answer.
  ORGANIZATION_MISSING("organization is missing"),
  ORGANIZATIONS_MISSING("organization or organizations is missing"),
  TOO_MANY_ORGANIZATIONS("organizations names more than {{most}} at a time."),
  NAMES_NO_ORGANIZATION("This token names no organization: say with organization which one."),
  OTHER_STEP("The set-up link was not made for this step."),
  OTHER_KIND_OF_ID("Expected {{prefix}}_ and 26 base32 characters, got \"{{received}}\""),
  OTHER_KIND_OF_VALUE("Another kind of value belongs here: {{field}}"),
  UNKNOWN_KIND_OF_ID("Unknown kind of id: \"{{received}}\""),

  // org-service
  ROLE_ABOVE_CALLER("You cannot give a role that allows more than yours."),
  PERMISSION_ABOVE_CALLER("You cannot give a permission that you do not have."),
  OPERATORS_SET_EXTERNAL_ID("Only operators set an externalId."),
  TOO_MANY_DOMAINS("domains names more than {{most}}."),
  CURSOR_NOT_OURS("The cursor is not one that we gave."),
  OWN_PAGES_ONLY("Only pages of Gatehouse itself may call this."),

  // domain-verification-service
  NAME_TOO_LONG("It is too long."),
  NAME_IS_ADDRESS("Enter the domain alone, without an address before the @."),
  NAME_IMPOSSIBLE("It holds characters or labels that no domain name can have."),
  NAME_OF_ONE_PART("It has only one part; a domain has at least two."),
  NAME_IS_IP_ADDRESS("It is an IP address, not a name."),
  NAME_OF_NOBODY("Names under .{{suffix}} belong to nobody."),
  NO_ROOM_FOR_CHALLENGE("The name is too long to put a challenge below it."),

  // connection-service
  OTHER_PROVIDER("The connection is to another identity provider."),
  QUERY_MISSING("q is missing"),
  TEST_OF_OLD_REVISION("Only the draft and what is live can be tested."),
  ISSUER_AND_CLIENT_NEEDED(
      "Issuer and clientId are needed: there is no revision to take them from."),
  OBJECT_IDS_ELSEWHERE("Only Microsoft Entra ID has object ids."),
  CLAIM_CHANGES("{{claim}} can change, or pass to somebody else."),

  // sso-gateway
  REDIRECT_URI_REFUSED(
      "It must be absolute, https (http only for loopback), without fragment or wildcard. Not so: {{uri}}"),
  SERVER_URI_REFUSED(
      "A back-channel URI is https without fragment, or http within a network that GATEHOUSE_FETCH_ALLOW lists. Not so: {{uri}}"),
  PUBLIC_APPLICATION("A public application has no secret."),
  TWO_SECRETS("There are two secrets; remove one first."),
  UNKNOWN_OUTCOME("outcome is succeeded or failed"),
  SUSPENDED_ALREADY("The connection is suspended already.");

  private final String text;

  Detail(String text) {
    this.text = text;
  }

  /** In English, with its places for values if it has some. */
  public String text() {
    return text;
  }

  /** In English, with the values in the order of its places. */
  public String with(Object... values) {
    return new Sentence(text).with(values);
  }
}
