package dev.gatehouse.gateway.openid;

import java.util.Locale;

/**
 * What an application may be told at its redirect URI (RFC 6749 section 4.1.2.1, OpenID Connect
 * Core section 3.1.2.6, and one of ours).
 */
public enum AuthorizationError {
  INVALID_REQUEST,
  UNAUTHORIZED_CLIENT,
  ACCESS_DENIED,
  UNSUPPORTED_RESPONSE_TYPE,
  INVALID_SCOPE,
  SERVER_ERROR,
  TEMPORARILY_UNAVAILABLE,
  LOGIN_REQUIRED,
  REQUEST_NOT_SUPPORTED,
  REQUEST_URI_NOT_SUPPORTED,
  REGISTRATION_NOT_SUPPORTED,
  /** The identity provider did not do what {@code max_age} or {@code acr_values} asked for. */
  UNMET_AUTHENTICATION_REQUIREMENTS,
  /** Nobody signs in here with this address: the application can fall back. */
  SSO_NOT_AVAILABLE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
