package dev.gatehouse.saml.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.IdpMetadata;
import dev.gatehouse.saml.LogoutService;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.VerifiedSubject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers as JSON. */
final class Answers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Answers() {}

  static ObjectNode verdict(SamlVerdict verdict) {
    return switch (verdict) {
      case SamlVerdict.Accepted accepted ->
          answer("accepted", Optional.of(accepted.subject()), List.of());
      // Who it might have been is for test reports; here a refusal names nobody.
      case SamlVerdict.Rejected rejected ->
          answer("rejected", Optional.empty(), rejected.reasons());
    };
  }

  static ObjectNode badInput(BadInput problem) {
    var answer = answer("rejected", Optional.empty(), List.of());
    answer
        .withArray("reasons")
        .addObject()
        .put("code", "bad_input")
        .putNull("expected")
        .putNull("received")
        .put("text", problem.text());
    return answer;
  }

  private static ObjectNode answer(
      String verdict, Optional<VerifiedSubject> subject, List<Reason> reasons) {
    var answer = JSON.objectNode().put("verdict", verdict);
    var about = answer.putObject("subject");
    about.put("nameId", subject.flatMap(VerifiedSubject::nameId).orElse(null));
    about.put("nameIdFormat", subject.flatMap(VerifiedSubject::nameIdFormat).orElse(null));
    about.put("email", subject.flatMap(VerifiedSubject::email).orElse(null));
    var attributes = about.putObject("attributes");
    subject.ifPresent(known ->
        known
            .attributes()
            .forEach((name, values) -> {
              var array = attributes.putArray(name);
              values.forEach(array::add);
            }));
    var list = answer.putArray("reasons");
    for (Reason reason : reasons) {
      list.addObject()
          .put("code", reason.code().code())
          .put("expected", reason.expected())
          .put("received", reason.received())
          .put("text", reason.text());
    }
    return answer;
  }

  static ObjectNode metadata(MetadataOutcome outcome) {
    var answer = JSON.objectNode();
    switch (outcome) {
      case MetadataOutcome.Read(var metadata) -> read(answer, metadata);
      case MetadataOutcome.SeveralEntities(var ids) -> {
        answer.put("outcome", "several_entities");
        var array = answer.putArray("entityIds");
        ids.forEach(array::add);
      }
      case MetadataOutcome.Unreadable(var problem, String text) ->
          answer.put("outcome", "unreadable").put("code", problem.code()).put("text", text);
    }
    return answer;
  }

  private static void read(ObjectNode answer, IdpMetadata metadata) {
    answer.put("outcome", "read");
    answer.put("entityId", metadata.entityId());
    answer.put("ssoRedirectUrl", metadata.ssoRedirectUrl().map(URI::toString).orElse(null));
    answer.put("ssoPostUrl", metadata.ssoPostUrl().map(URI::toString).orElse(null));
    var logout = metadata.logout();
    answer.put("sloUrl", logout.map(slo -> slo.location().toString()).orElse(null));
    answer.put(
        "sloResponseUrl",
        logout.flatMap(LogoutService::responseLocation).map(URI::toString).orElse(null));
    answer.put(
        "sloBinding",
        logout.map(slo -> slo.binding().name().toLowerCase(Locale.ROOT)).orElse(null));
    answer.put("wantsSignedRequests", metadata.wantsSignedRequests());
    answer.put("validUntil", metadata.validUntil().map(Object::toString).orElse(null));
    var certificates = answer.putArray("certificates");
    for (IdpCertificate certificate : metadata.signingCertificates()) {
      certificates
          .addObject()
          .put("fingerprint", certificate.fingerprint())
          .put("subject", certificate.certificate().getSubjectX500Principal().getName())
          .put("notBefore", certificate.notBefore().toString())
          .put("notAfter", certificate.notAfter().toString())
          .put("keyAlgorithm", certificate.keyAlgorithm())
          .put("keyBits", certificate.keyBits())
          .put("pem", certificate.toPem());
    }
    var warnings = answer.putArray("warnings");
    for (var warning : metadata.warnings()) {
      warnings
          .addObject()
          .put("code", warning.code().name().toLowerCase(Locale.ROOT))
          .put("text", warning.text());
    }
  }
}
