package dev.gatehouse.connection.idp;

import dev.gatehouse.saml.IdpCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an admin should know of a certificate that came without metadata. */
@ApplicationScoped
class FieldWarnings {

  private static final Duration SOON = Duration.ofDays(30);

  private final Clock clock;

  FieldWarnings(Clock clock) {
    this.clock = clock;
  }

  List<Warning> of(IdpCertificate certificate) {
    Instant now = clock.instant();
    List<Warning> warnings = new ArrayList<>();
    if (certificate.notAfter().isBefore(now)) {
      warnings.add(
          new Warning(
              "certificate_expired", AdminText.CERTIFICATE_EXPIRED.with(certificate.notAfter())));
    } else if (certificate.notAfter().isBefore(now.plus(SOON))) {
      warnings.add(
          new Warning(
              "certificate_expires_soon",
              AdminText.CERTIFICATE_EXPIRES_SOON.with(certificate.notAfter())));
    }
    if (certificate.isWeak()) {
      warnings.add(new Warning("weak_key", AdminText.KEY_TOO_SHORT.text()));
    }
    return warnings;
  }
}
