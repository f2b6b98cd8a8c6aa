package dev.gatehouse.gateway.openid;

import dev.gatehouse.ids.Id;
import java.time.Instant;

/**
 * A sign-in that succeeded, about to become a code.
 *
 * @param connection the connection that was used, and the revision of it that was live
 */
public record NewCode(
    IssuedCode code,
    AuthorizationRequest request,
    Id signIn,
    Id organization,
    Id connection,
    Id revision,
    SignedInPerson person,
    Instant now) {}
