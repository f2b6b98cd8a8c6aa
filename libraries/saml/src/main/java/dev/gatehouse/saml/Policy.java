package dev.gatehouse.saml;

/** Which cryptography a connection accepts. */
public enum Policy {
  /** SHA-2 signatures and RSA keys of 2048 bits or more. */
  STRICT,
  /** Also SHA-1 signatures and RSA keys of 1024 bits, and nothing else. */
  LEGACY
}
