package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.key.IdpKey;
import dev.gatehouse.sandbox.idp.key.IdpKeys;
import dev.gatehouse.sandbox.idp.person.Person;
import dev.gatehouse.sandbox.idp.xml.EnvelopedSignature;
import dev.gatehouse.sandbox.idp.xml.EnvelopedSignature.Strength;
import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes and signs answers: correct ones, and ones with exactly the chosen fault. */
@Singleton
final class Answers {
  private static final Person SOMEONE =
      new Person("mallory@evil.example", "Mallory", "Moss", "u-0005-mallory");

  private final IdpKeys keys;
  private final IdpAddress address;
  private final Clock clock;
  private final Map<String, SealedAnswer> previous = new ConcurrentHashMap<>();

  Answers(IdpKeys keys, IdpAddress address, Clock clock) {
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  SealedAnswer answer(Ask ask, Person person, Fault fault) {
    if (fault == Fault.REPLAY) {
      return again(ask);
    }
    Statement says = Statement.of(ask, person, fault, address.entityId(), clock.instant());
    SealedAnswer answer =
        fault == Fault.STATUS_FAILED
            ? failure(ask, says, "AuthnFailed")
            : seal(ask, sign(ask, says, fault));
    if (fault == Fault.NONE) {
      previous.put(ask.provider().entityId(), answer);
    }
    return answer;
  }

  /** IsPassive: there is never a session that would spare the person from being asked. */
  SealedAnswer notWithoutAsking(Ask ask) {
    return failure(ask, honest(ask), "NoPassive");
  }

  /** There is no session to end, so that every logout succeeds. */
  SealedAnswer loggedOut(Ask ask) {
    return signed(ask, SamlDocument.response("LogoutResponse", honest(ask), null));
  }

  /** Without a SessionIndex: all the sessions of the person. */
  SealedAnswer signOut(Ask ask, Person person) {
    Statement says = Statement.of(ask, person, Fault.NONE, address.entityId(), clock.instant());
    return signed(ask, SamlDocument.logoutRequest(says));
  }

  private Statement honest(Ask ask) {
    return Statement.of(ask, SOMEONE, Fault.NONE, address.entityId(), clock.instant());
  }

  private SealedAnswer again(Ask ask) {
    SealedAnswer before = previous.get(ask.provider().entityId());
    if (before == null) {
      throw Refusal.badRequest(
          "There is nothing to replay yet",
          "Sign in once without a fault since the sandbox was started; then choose “replay”.");
    }
    return before;
  }

  private SealedAnswer failure(Ask ask, Statement says, String why) {
    return signed(ask, SamlDocument.response("Response", says, why));
  }

  private SealedAnswer signed(Ask ask, Node message) {
    IdpKey key = keys.current();
    EnvelopedSignature.sign(message, key.privateKey(), key.certificate(), Strength.SHA256);
    return seal(ask, message);
  }

  private Node sign(Ask ask, Statement says, Fault fault) {
    Node response = SamlDocument.response("Response", says, null);
    List<Node> assertions = new ArrayList<>();
    assertions.add(SamlDocument.assertion(response, says));
    if (fault == Fault.TWO_ASSERTIONS) {
      assertions.add(SamlDocument.assertion(response, says.about(SOMEONE)));
    }
    if (fault != Fault.UNSIGNED) {
      IdpKey key = fault == Fault.WRONG_KEY ? keys.stranger() : keys.current();
      Strength strength = fault == Fault.SHA1 ? Strength.SHA1 : Strength.SHA256;
      // A Destination counts only under the Response's own signature (SAML Bindings 3.5.5.2).
      var signs =
          fault == Fault.WRONG_DESTINATION ? IdpSettings.Signs.BOTH : ask.settings().signs();
      if (signs != IdpSettings.Signs.RESPONSE) {
        for (Node assertion : assertions) {
          EnvelopedSignature.sign(assertion, key.privateKey(), key.certificate(), strength);
        }
      }
      if (signs != IdpSettings.Signs.ASSERTION) {
        EnvelopedSignature.sign(response, key.privateKey(), key.certificate(), strength);
      }
    }
    if (fault == Fault.TAMPERED) {
      tamper(assertions.getFirst(), says.person().email());
    }
    return response;
  }

  /** The domain stays, so that nothing but the signature is wrong. */
  private static void tamper(Node assertion, String email) {
    String forged = "ceo" + email.substring(email.indexOf('@'));
    var values = assertion.element().getElementsByTagNameNS(Saml.ASSERTION, "*");
    for (int i = 0; i < values.getLength(); i++) {
      var element = values.item(i);
      if (element.getLocalName().matches("AttributeValue|NameID")
          && email.equals(element.getTextContent())) {
        element.setTextContent(forged);
      }
    }
  }

  private static SealedAnswer seal(Ask ask, Node message) {
    String xml = SafeXml.write(message.element().getOwnerDocument());
    return new SealedAnswer(
        ask.acsUrl(),
        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
        ask.relayState());
  }
}
