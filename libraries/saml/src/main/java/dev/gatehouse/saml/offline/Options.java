package dev.gatehouse.saml.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags, as the object that a line of a batch would hold. */
record Options(ObjectNode values) {

  static final String USAGE =
      """
      verify-saml --response FILE --sp-entity-id ID --acs-url URL --in-response-to ID|none
                  (--idp-metadata FILE | --idp-entity-id ID --idp-certificate PEM ...)
                  [--at INSTANT] [--decryption-key PEM ...] [--policy strict|legacy]
                  [--domains a.com,b.com|any] [--authenticated-after INSTANT]
                  [--subject name-id|entra-object-id|attribute:NAME]
      verify-saml --batch              one JSON object a line on standard input, an answer a line
      verify-saml --metadata FILE [--idp-entity-id ID]
                                       what is understood of an identity provider's metadata

      A response is XML or base64, metadata is XML, a PEM may hold several certificates; each is a
      file or the text itself. Prints one JSON object, also where the flags are not understood.
      Exits with 0 if accepted, 1 if rejected.
      """;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("--response", "response"),
          Map.entry("--idp-metadata", "idpMetadata"),
          Map.entry("--idp-entity-id", "idpEntityId"),
          Map.entry("--idp-certificate", "idpCertificates"),
          Map.entry("--sp-entity-id", "spEntityId"),
          Map.entry("--acs-url", "acsUrl"),
          Map.entry("--in-response-to", "inResponseTo"),
          Map.entry("--at", "at"),
          Map.entry("--decryption-key", "decryptionKeys"),
          Map.entry("--policy", "policy"),
          Map.entry("--domains", "domains"),
          Map.entry("--subject", "subject"),
          Map.entry("--authenticated-after", "authenticatedAfter"),
          Map.entry("--metadata", "metadata"));

  static Options parse(List<String> arguments) throws BadInput {
    var values = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < arguments.size(); i += 2) {
      String flag = arguments.get(i);
      String name = NAMES.get(flag);
      if (flag.equals("--batch")) {
        throw new BadInput("--batch takes no other flags; each line of its input has its own.");
      }
      if (name == null) {
        throw new BadInput("Not understood: " + flag);
      }
      if (i + 1 == arguments.size() || NAMES.containsKey(arguments.get(i + 1))) {
        throw new BadInput("A value is needed after " + flag + ".");
      }
      if (name.equals("idpCertificates") || name.equals("decryptionKeys")) {
        values.withArray(name).add(arguments.get(i + 1));
      } else if (values.has(name)) {
        throw new BadInput("Given twice: " + flag);
      } else {
        values.put(name, arguments.get(i + 1));
      }
    }
    if (!values.has("metadata") && !values.has("response")) {
      throw new BadInput("Either --response or --metadata or --batch is needed.");
    }
    // An exit status of 0 must not mean "read" to somebody who asked for a verdict.
    if (values.has("metadata") && values.size() > (values.has("idpEntityId") ? 2 : 1)) {
      throw new BadInput("--metadata judges no response; there the flag is --idp-metadata.");
    }
    return new Options(values);
  }

  Optional<String> metadataAlone() {
    return text("metadata");
  }

  Optional<String> idpEntityId() {
    return text("idpEntityId");
  }

  private Optional<String> text(String name) {
    return values.has(name) ? Optional.of(values.path(name).asText()) : Optional.empty();
  }
}
