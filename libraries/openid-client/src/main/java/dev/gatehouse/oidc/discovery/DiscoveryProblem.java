package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.OidcReasonCode;
import java.util.Locale;

/** Why an issuer cannot be used, more precisely than the reason code. */
public enum DiscoveryProblem {
  DISCOVERY_NOT_A_URL,
  DISCOVERY_NOT_HTTPS,
  DISCOVERY_UNREACHABLE,
  DISCOVERY_STATUS,
  DISCOVERY_NOT_JSON,
  DISCOVERY_ISSUER_MISMATCH(OidcReasonCode.ISSUER_MISMATCH),
  DISCOVERY_ENTRA_SHARED_TENANT,
  DISCOVERY_OKTA_ADMIN_HOST,
  DISCOVERY_ENDPOINT_MISSING,
  DISCOVERY_ENDPOINT_REFUSED,
  DISCOVERY_NO_CODE_FLOW,
  DISCOVERY_NO_ALGORITHM,
  DISCOVERY_NO_AUTH_METHOD;

  private final OidcReasonCode reason;

  DiscoveryProblem() {
    this(OidcReasonCode.DISCOVERY_FAILED);
  }

  DiscoveryProblem(OidcReasonCode reason) {
    this.reason = reason;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason code it belongs under. */
  public OidcReasonCode reason() {
    return reason;
  }
}
