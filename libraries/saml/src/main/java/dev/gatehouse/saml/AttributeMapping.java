package dev.gatehouse.saml;

import java.util.List;

/** The names under which an identity provider sends what we read, the preferred one first. */
public record AttributeMapping(
    List<String> email, List<String> givenName, List<String> familyName, List<String> groups) {

  private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

  private static final AttributeMapping USUAL =
      new AttributeMapping(
          List.of(
              "email",
              "mail",
              "Email",
              "emailAddress",
              CLAIMS + "emailaddress",
              "urn:oid:0.9.2342.19200300.100.1.3",
              "urn:mace:dir:attribute-def:mail",
              "EmailAddress",
              "emailaddress",
              "email_address",
              "User.Email",
              "user.email",
              "E-Mail",
              "e-mail",
              "urn:oid:1.2.840.113549.1.9.1",
              "http://schemas.xmlsoap.org/claims/EmailAddress"),
          List.of(
              "givenName",
              "firstName",
              "FirstName",
              "given_name",
              "first_name",
              "firstname",
              "givenname",
              "User.FirstName",
              "user.firstName",
              CLAIMS + "givenname",
              "urn:oid:2.5.4.42",
              "urn:mace:dir:attribute-def:givenName"),
          List.of(
              "familyName",
              "lastName",
              "LastName",
              "family_name",
              "last_name",
              "lastname",
              "surname",
              "sn",
              "User.LastName",
              "user.lastName",
              CLAIMS + "surname",
              "urn:oid:2.5.4.4",
              "urn:mace:dir:attribute-def:sn"),
          List.of(
              "groups",
              "group",
              "Groups",
              "memberOf",
              "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
              "http://schemas.xmlsoap.org/claims/Group",
              "urn:oid:1.3.6.1.4.1.5923.1.5.1.1"));

  public AttributeMapping {
    email = List.copyOf(email);
    givenName = List.copyOf(givenName);
    familyName = List.copyOf(familyName);
    groups = List.copyOf(groups);
  }

  /** The names that the common identity providers use unless told otherwise. */
  public static AttributeMapping usual() {
    return USUAL;
  }
}
