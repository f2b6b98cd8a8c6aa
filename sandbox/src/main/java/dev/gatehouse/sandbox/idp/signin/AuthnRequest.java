package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import dev.gatehouse.sandbox.pages.Refusal;
import org.jspecify.annotations.Nullable;

/** What a service provider asks for (SAML Core 3.4.1); its signature, if any, is not looked at. */
record AuthnRequest(
    String id,
    String issuer,
    @Nullable String destination,
    @Nullable String acsUrl,
    @Nullable String acsIndex,
    @Nullable String nameIdFormat,
    @Nullable String subject,
    boolean forceAuthn,
    boolean passive) {

  private static final String TITLE = "That is not a sign-in request";

  static AuthnRequest read(String xml) {
    Node root = new Node(SafeXml.parse(xml).getDocumentElement());
    if (!root.is(Saml.PROTOCOL, "AuthnRequest") || !"2.0".equals(root.attribute("Version"))) {
      throw Refusal.badRequest(TITLE, "Its root must be a SAML 2.0 AuthnRequest.");
    }
    String id = root.attribute("ID");
    if (id == null || id.isBlank()) {
      throw Refusal.badRequest(TITLE, "It has no ID.");
    }
    String issuer =
        root.first(Saml.ASSERTION, "Issuer")
            .map(Node::text)
            .orElseThrow(() -> Refusal.badRequest(TITLE, "It has no Issuer."));
    return new AuthnRequest(
        id,
        issuer,
        root.attribute("Destination"),
        root.attribute("AssertionConsumerServiceURL"),
        root.attribute("AssertionConsumerServiceIndex"),
        root.first(Saml.PROTOCOL, "NameIDPolicy").map(p -> p.attribute("Format")).orElse(null),
        root.first(Saml.ASSERTION, "Subject")
            .flatMap(s -> s.first(Saml.ASSERTION, "NameID"))
            .map(Node::text)
            .orElse(null),
        root.flag("ForceAuthn"),
        root.flag("IsPassive"));
  }
}
