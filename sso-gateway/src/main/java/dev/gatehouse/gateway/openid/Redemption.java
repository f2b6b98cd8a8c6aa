package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.ids.Id;

/** What became of an attempt to redeem a code, decided by one statement. */
sealed interface Redemption {

  /** This attempt, and no other, redeemed it. */
  record Redeemed(RedeemedCode code, Algorithm algorithm) implements Redemption {}

  /** No such client, or not its secret. */
  record UnknownClient() implements Redemption {}

  /** No such code, or not for this client, redirect URI or verifier, or too late. */
  record UnknownCode() implements Redemption {}

  /** Somebody redeemed it before, perhaps at the same moment. */
  record Used() implements Redemption {}

  /** What allowed the sign-in when the code was made does not allow it any more. */
  record Withdrawn(
      Id signIn, Id organization, Id connection, Id revision, Id person, String email, String why)
      implements Redemption {

    @Override
    public String toString() {
      return "Withdrawn[" + signIn + "]";
    }
  }
}
