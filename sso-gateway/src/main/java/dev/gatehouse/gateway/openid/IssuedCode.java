package dev.gatehouse.gateway.openid;

/**
 * A fresh authorization code.
 *
 * @param code for the application, never stored
 * @param hash what is stored
 */
@SuppressWarnings("ArrayRecordComponent")
public record IssuedCode(String code, byte[] hash) {

  @Override
  public String toString() {
    return "IssuedCode[…]";
  }
}
