package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.ENCRYPTION;
import static dev.gatehouse.saml.opensaml.Names.SIGNATURE;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The form an encrypted element must have before any decryption: values in place, nothing to fetch,
 * nothing to run (OpenSAML-Java advisory of 12 December 2022).
 *
 * @param data the EncryptedData
 * @param keys each EncryptedKey in its KeyInfo or beside it
 */
record EncryptionShape(Element data, List<Element> keys) {

  private static final int MOST_KEYS = 8;
  private static final Set<String> AUTHENTICATED =
      Set.of(
          "http://www.w3.org/2009/xmlenc11#aes128-gcm",
          "http://www.w3.org/2009/xmlenc11#aes192-gcm",
          "http://www.w3.org/2009/xmlenc11#aes256-gcm");
  private static final Set<String> MALLEABLE =
      Set.of(ENCRYPTION + "aes128-cbc", ENCRYPTION + "aes192-cbc", ENCRYPTION + "aes256-cbc");
  private static final Set<String> KEY_TRANSPORT =
      Set.of(ENCRYPTION + "rsa-oaep-mgf1p", "http://www.w3.org/2009/xmlenc11#rsa-oaep");

  /**
   * Looks at an EncryptedAssertion, EncryptedID or EncryptedAttribute.
   *
   * @param covered whether a verified signature covers the ciphertext; without one, CBC would tell
   *     an attacker who alters it what the plaintext is
   */
  static EncryptionShape of(Element container, boolean covered) throws Refusal {
    refuseUnsafe(container, container);
    var data =
        Elements.child(container, ENCRYPTION, "EncryptedData")
            .orElseThrow(() -> unsafe("EncryptedData", "none"));
    String algorithm = method(data);
    if (!AUTHENTICATED.contains(algorithm) && !(covered && MALLEABLE.contains(algorithm))) {
      throw refused(
          MALLEABLE.contains(algorithm)
              ? "AES-GCM, or AES-CBC inside a signed response"
              : "AES-GCM",
          algorithm);
    }
    var beside = Elements.children(container, ENCRYPTION, "EncryptedKey");
    var inside =
        Elements.child(data, SIGNATURE, "KeyInfo")
            .map(info -> Elements.children(info, ENCRYPTION, "EncryptedKey"))
            .orElse(List.of());
    var keys = inside.isEmpty() ? beside : inside;
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw unsafe("an EncryptedKey", keys.size() + " of them");
    }
    for (var key : keys) {
      if (!KEY_TRANSPORT.contains(method(key))) {
        throw refused("RSA-OAEP", method(key));
      }
    }
    return new EncryptionShape(data, keys);
  }

  String dataAlgorithm() {
    return method(data);
  }

  private static void refuseUnsafe(Element element, Element container) throws Refusal {
    boolean unsafe =
        switch (element.getLocalName()) {
          case "CipherReference", "AgreementMethod", "Transforms", "Transform" -> true;
          case "RetrievalMethod" -> !pointsBeside(element, container);
          default -> false;
        };
    if (unsafe) {
      throw unsafe("CipherValue", element.getNodeName());
    }
    for (var child : Elements.children(element)) {
      refuseUnsafe(child, container);
    }
  }

  // Okta's way to say "the key is the one beside me"; it is checked, and never followed.
  private static boolean pointsBeside(Element method, Element container) {
    Optional<String> uri = Elements.attribute(method, "URI");
    Node info = method.getParentNode();
    return Elements.children(method).isEmpty()
        && Elements.attribute(method, "Type")
            .map(Names.ENCRYPTED_KEY_TYPE::equals)
            .orElse(true) // optional (XML Encryption 3.5.2)
        && Elements.is(info, SIGNATURE, "KeyInfo")
        && Elements.is(info.getParentNode(), ENCRYPTION, "EncryptedData")
        && Elements.children(container, ENCRYPTION, "EncryptedKey").stream()
            .anyMatch(key -> Elements.attribute(key, "Id").map(id -> "#" + id).equals(uri));
  }

  private static String method(Element encrypted) {
    return Elements.child(encrypted, ENCRYPTION, "EncryptionMethod")
        .flatMap(method -> Elements.attribute(method, "Algorithm"))
        .orElse("");
  }

  private static Refusal refused(String expected, String received) {
    return Refusal.of(
        CheckName.DECRYPTION, ReasonCode.ENCRYPTION_ALGORITHM_REFUSED, expected, received);
  }

  private static Refusal unsafe(String expected, String received) {
    return Refusal.of(CheckName.DECRYPTION, ReasonCode.ENCRYPTION_REFUSED, expected, received);
  }
}
