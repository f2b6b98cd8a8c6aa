package dev.gatehouse.saml;

/** Where a connection finds the value that names a person for ever. */
public sealed interface SubjectSource {

  /** The subject's NameID, of any format but transient. */
  record NameId() implements SubjectSource {}

  /** The single value of one attribute. */
  record Attribute(String name) implements SubjectSource {}

  /** Entra's tenant and object id, which survive a change of name, mail and UPN. */
  record EntraObjectId() implements SubjectSource {}
}
