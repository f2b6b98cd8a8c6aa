package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.ASSERTION;
import static dev.gatehouse.saml.opensaml.Names.PROTOCOL;

import dev.gatehouse.saml.rules.ResponseValues;
import java.util.ArrayList;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads what the outer Response says. */
final class ResponseReader {

  private ResponseReader() {}

  static ResponseValues read(Element response, boolean signed) throws Refusal {
    var issuer = Elements.child(response, ASSERTION, "Issuer");
    var status = Elements.child(response, PROTOCOL, "Status");
    var codes = new ArrayList<String>();
    var code = status.flatMap(outer -> Elements.child(outer, PROTOCOL, "StatusCode"));
    while (code.isPresent() && codes.size() < 4) {
      codes.add(Elements.attribute(code.get(), "Value").orElse(""));
      code = Elements.child(code.get(), PROTOCOL, "StatusCode");
    }
    var message = status.flatMap(outer -> Elements.child(outer, PROTOCOL, "StatusMessage"));
    return new ResponseValues(
        signed,
        issuer.isPresent() ? Optional.of(Elements.text(issuer.get())) : Optional.empty(),
        Elements.attribute(response, "Destination"),
        Elements.attribute(response, "InResponseTo"),
        Times.required(response, "IssueInstant"),
        codes,
        message.isPresent() ? Optional.of(Elements.text(message.get())) : Optional.empty());
  }
}
