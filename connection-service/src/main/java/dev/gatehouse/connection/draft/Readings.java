package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.idp.IdpDescription;
import dev.gatehouse.connection.idp.IdpReading;
import dev.gatehouse.connection.idp.OidcReading;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.util.Map;

/** Turns a reading that led nowhere into the problem to answer. */
final class Readings {

  private Readings() {}

  static IdpDescription understood(IdpReading reading) {
    return switch (reading) {
      case IdpReading.Understood understood -> understood.idp();
      case IdpReading.SeveralEntities several ->
          throw Problems.of(
              ProblemCode.METADATA_SEVERAL_ENTITIES,
              ProblemCode.METADATA_SEVERAL_ENTITIES.meaning(),
              Map.of("entities", several.entityIds()));
      case IdpReading.Refused refused -> throw Problems.of(code(refused.why()), refused.text());
    };
  }

  static OidcReading.Understood understood(OidcReading reading) {
    return switch (reading) {
      case OidcReading.Understood understood -> understood;
      case OidcReading.Refused refused ->
          throw Problems.of(
              code(refused.why()),
              refused.text(),
              Map.of("expected", refused.expected(), "received", refused.received()));
    };
  }

  private static ProblemCode code(OidcReading.Why why) {
    return switch (why) {
      case NOT_AN_ISSUER -> ProblemCode.ISSUER_INVALID;
      case OKTA_ADMIN_HOST -> ProblemCode.ISSUER_OKTA_ADMIN_HOST;
      case ENTRA_SHARED_TENANT -> ProblemCode.ISSUER_ENTRA_SHARED_TENANT;
      case FETCH_REFUSED -> ProblemCode.DISCOVERY_FETCH_REFUSED;
      case FETCH_FAILED -> ProblemCode.DISCOVERY_FETCH_FAILED;
      case UNREADABLE -> ProblemCode.DISCOVERY_UNREADABLE;
      case ISSUER_MISMATCH -> ProblemCode.DISCOVERY_ISSUER_MISMATCH;
      case ENDPOINT_REFUSED -> ProblemCode.DISCOVERY_ENDPOINT_REFUSED;
      case UNSUPPORTED -> ProblemCode.DISCOVERY_UNSUPPORTED;
    };
  }

  private static ProblemCode code(IdpReading.Why why) {
    return switch (why) {
      case FETCH_REFUSED -> ProblemCode.METADATA_FETCH_REFUSED;
      case FETCH_FAILED -> ProblemCode.METADATA_FETCH_FAILED;
      case METADATA_UNREADABLE -> ProblemCode.METADATA_UNREADABLE;
      case CERTIFICATE_UNREADABLE -> ProblemCode.CERTIFICATE_UNREADABLE;
      case URL_REFUSED -> ProblemCode.IDP_URL_REFUSED;
      case FIELDS_SWAPPED -> ProblemCode.IDP_FIELDS_SWAPPED;
    };
  }
}
