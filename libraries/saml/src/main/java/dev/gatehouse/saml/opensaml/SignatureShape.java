package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.SIGNATURE;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The form a signature must have before any cryptography: one SignedInfo, one Reference, to the
 * element it stands in (SAML Core 5.4), with algorithms from the allow-list.
 */
record SignatureShape(Element signature, Element signed, String keyAlgorithm) {

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  // Each prefix is looked for at each element.
  private static final int LONGEST_PREFIX_LIST = 1024;
  private static final String ENVELOPED = SIGNATURE + "enveloped-signature";

  private static final Map<String, String> SIGNATURES =
      Map.of(
          MORE + "rsa-sha256", "RSA",
          MORE + "rsa-sha384", "RSA",
          MORE + "rsa-sha512", "RSA",
          MORE + "ecdsa-sha256", "EC",
          MORE + "ecdsa-sha384", "EC",
          MORE + "ecdsa-sha512", "EC");
  private static final Map<String, String> OLD_SIGNATURES = Map.of(SIGNATURE + "rsa-sha1", "RSA");

  private static final Set<String> DIGESTS =
      Set.of(Names.ENCRYPTION + "sha256", MORE + "sha384", Names.ENCRYPTION + "sha512");
  private static final Set<String> OLD_DIGESTS = Set.of(SIGNATURE + "sha1");

  static SignatureShape of(Element signature, Element signed, Policy policy) throws Refusal {
    var parts = Elements.children(signature);
    int most = parts.size() == 3 && Elements.is(parts.get(2), SIGNATURE, "KeyInfo") ? 3 : 2;
    expect(signature, parts, most, "SignedInfo", "SignatureValue");
    var info = Elements.children(parts.getFirst());
    expect(parts.getFirst(), info, 3, "CanonicalizationMethod", "SignatureMethod", "Reference");
    textOnly(parts.get(1));
    var reference = info.get(2);
    refersTo(signed, reference);
    canonicalization(info.getFirst());
    String method = algorithm(info.get(1));
    String key = SIGNATURES.get(method);
    if (key == null && policy == Policy.LEGACY) {
      key = OLD_SIGNATURES.get(method);
    }
    if (key == null || !Elements.children(info.get(1)).isEmpty()) {
      throw refused(ReasonCode.ALGORITHM_REFUSED, "RSA or ECDSA with SHA-2", method);
    }
    reference(reference, policy);
    return new SignatureShape(signature, signed, key);
  }

  private static void refersTo(Element signed, Element reference) throws Refusal {
    String id = Elements.attribute(signed, "ID").orElse("");
    String uri = Elements.attribute(reference, "URI").orElse("");
    if (id.isEmpty() || !uri.equals("#" + id)) {
      throw Refusal.of(CheckName.SIGNATURE_POSITION, ReasonCode.SIGNATURE_REFERENCE, "#" + id, uri);
    }
  }

  private static void reference(Element reference, Policy policy) throws Refusal {
    var parts = Elements.children(reference);
    expect(reference, parts, 3, "Transforms", "DigestMethod", "DigestValue");
    var transforms = Elements.children(parts.getFirst());
    expect(parts.getFirst(), transforms, 2, "Transform", "Transform");
    if (!algorithm(transforms.getFirst()).equals(ENVELOPED)
        || !Elements.children(transforms.getFirst()).isEmpty()) {
      throw refused(ReasonCode.ALGORITHM_REFUSED, ENVELOPED, algorithm(transforms.getFirst()));
    }
    canonicalization(transforms.get(1));
    String digest = algorithm(parts.get(1));
    boolean accepted =
        DIGESTS.contains(digest) || (policy == Policy.LEGACY && OLD_DIGESTS.contains(digest));
    if (!accepted) {
      throw refused(ReasonCode.ALGORITHM_REFUSED, "SHA-256, SHA-384 or SHA-512", digest);
    }
    textOnly(parts.get(2));
  }

  private static void canonicalization(Element method) throws Refusal {
    String algorithm = algorithm(method);
    if (!algorithm.equals(EXCLUSIVE)) {
      throw refused(ReasonCode.ALGORITHM_REFUSED, EXCLUSIVE, algorithm);
    }
    var parts = Elements.children(method);
    boolean shortListOnly =
        parts.isEmpty()
            || (parts.size() == 1
                && Elements.is(parts.getFirst(), EXCLUSIVE, "InclusiveNamespaces")
                && Elements.attribute(parts.getFirst(), "PrefixList").orElse("").length()
                    <= LONGEST_PREFIX_LIST);
    if (!shortListOnly) {
      throw refused(
          ReasonCode.SIGNATURE_MALFORMED,
          "at most one PrefixList of " + LONGEST_PREFIX_LIST + " characters",
          parts.getFirst().getNodeName());
    }
  }

  private static String algorithm(Element element) {
    return Elements.attribute(element, "Algorithm").orElse("");
  }

  /** Exactly these children in this order, up to {@code most} in all, and no text between. */
  private static void expect(Element parent, List<Element> parts, int most, String... names)
      throws Refusal {
    boolean right = parts.size() <= most && parts.size() >= names.length;
    for (int i = 0; right && i < names.length; i++) {
      right = Elements.is(parts.get(i), SIGNATURE, names[i]);
    }
    if (!right || Elements.hasText(parent)) {
      String received =
          String.join(", ", parts.stream().limit(10).map(Element::getNodeName).toList());
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_MALFORMED,
          String.join(", ", names),
          received);
    }
  }

  private static void textOnly(Element value) throws Refusal {
    for (Node node = value.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() != Node.TEXT_NODE) {
        throw Refusal.of(
            CheckName.SIGNATURE_POSITION,
            ReasonCode.SIGNATURE_MALFORMED,
            "base64 in " + value.getNodeName(),
            node.getNodeName());
      }
    }
  }

  private static Refusal refused(ReasonCode code, String expected, String received) {
    return Refusal.of(CheckName.ALGORITHMS, code, expected, received);
  }
}
