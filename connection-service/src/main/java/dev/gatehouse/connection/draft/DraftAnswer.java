package dev.gatehouse.connection.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.connection.idp.IdpDescription;
import dev.gatehouse.connection.idp.Warning;
import dev.gatehouse.saml.IdpCertificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection, and how we understood what was given, so that the admin sees it before testing.
 *
 * @param understood null where options alone were given
 */
record DraftAnswer(@JsonUnwrapped ConnectionView connection, @Nullable Understood understood) {

  /** What was read. */
  record Understood(
      String entityId,
      String ssoUrl,
      List<Certificate> certificates,
      boolean wantsSignedRequests,
      List<Warning> warnings) {

    static Understood of(IdpDescription idp, String ssoUrl) {
      return new Understood(
          idp.entityId(),
          ssoUrl,
          idp.certificates().stream().map(Certificate::of).toList(),
          idp.wantsSignedRequests(),
          idp.warnings());
    }
  }

  /** A certificate that was read. */
  record Certificate(String fingerprint, String subject, Instant notAfter) {

    static Certificate of(IdpCertificate read) {
      return new Certificate(
          read.fingerprint(),
          read.certificate().getSubjectX500Principal().getName(),
          read.notAfter());
    }
  }
}
