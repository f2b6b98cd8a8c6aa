package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.LogoutMessage;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutSubject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.SessionIndex;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;

/** Writes the two messages of single logout (SAML Core 3.7). */
final class LogoutMessages {

  private final EmbeddedSignature signature;

  LogoutMessages(EmbeddedSignature signature) {
    this.signature = signature;
  }

  URI redirect(LogoutMessage message) {
    // Signed is the query; a signature within the message must be removed (Bindings 3.4.4.1).
    return RedirectBinding.address(
        message.destination(),
        field(message),
        bytes(object(message)),
        message.relayState(),
        Optional.of(message.signingKey()));
  }

  String post(LogoutMessage message) {
    var object = object(message);
    signature.sign(object, message.signingKey());
    return Base64.getEncoder().encodeToString(bytes(object));
  }

  private static String field(LogoutMessage message) {
    return switch (message) {
      case LogoutMessage.Request _ -> "SAMLRequest";
      case LogoutMessage.Response _ -> "SAMLResponse";
    };
  }

  private static byte[] bytes(SignableSAMLObject object) {
    return XmlObjects.text(object).getBytes(StandardCharsets.UTF_8);
  }

  private static SignableSAMLObject object(LogoutMessage message) {
    return switch (message) {
      case LogoutMessage.Request request -> request(request);
      case LogoutMessage.Response response -> response(response);
    };
  }

  private static LogoutRequest request(LogoutMessage.Request request) {
    var object = XmlObjects.build(LogoutRequest.class, LogoutRequest.DEFAULT_ELEMENT_NAME);
    object.setID(request.id());
    object.setVersion(SAMLVersion.VERSION_20);
    object.setIssueInstant(request.issueInstant());
    object.setNotOnOrAfter(request.notOnOrAfter());
    object.setDestination(request.destination());
    object.setIssuer(issuer(request));
    object.setNameID(nameId(request.subject()));
    for (var index : request.subject().sessionIndexes()) {
      var element = XmlObjects.build(SessionIndex.class, SessionIndex.DEFAULT_ELEMENT_NAME);
      element.setValue(index);
      object.getSessionIndexes().add(element);
    }
    return object;
  }

  private static NameID nameId(LogoutSubject subject) {
    var nameId = XmlObjects.build(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
    nameId.setValue(subject.nameId());
    subject.nameIdFormat().ifPresent(nameId::setFormat);
    return nameId;
  }

  private static LogoutResponse response(LogoutMessage.Response response) {
    var object = XmlObjects.build(LogoutResponse.class, LogoutResponse.DEFAULT_ELEMENT_NAME);
    object.setID(response.id());
    object.setVersion(SAMLVersion.VERSION_20);
    object.setIssueInstant(response.issueInstant());
    object.setDestination(response.destination());
    object.setInResponseTo(response.inResponseTo());
    object.setIssuer(issuer(response));
    object.setStatus(status(response.status()));
    return object;
  }

  private static Issuer issuer(LogoutMessage message) {
    var issuer = XmlObjects.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
    issuer.setValue(message.issuer());
    return issuer;
  }

  private static Status status(LogoutStatus outcome) {
    var code =
        switch (outcome) {
          case SUCCESS -> code(StatusCode.SUCCESS);
          case PARTIAL -> {
            var success = code(StatusCode.SUCCESS);
            success.setStatusCode(code(StatusCode.PARTIAL_LOGOUT));
            yield success;
          }
          case FAILED -> code(StatusCode.RESPONDER);
        };
    var status = XmlObjects.build(Status.class, Status.DEFAULT_ELEMENT_NAME);
    status.setStatusCode(code);
    return status;
  }

  private static StatusCode code(String value) {
    var code = XmlObjects.build(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
    code.setValue(value);
    return code;
  }
}
