package dev.gatehouse.gateway.openid;

import dev.gatehouse.ids.Id;

/**
 * An ID token of ours that an application shows again.
 *
 * @param sid the sign-in it was issued for
 */
public record IdTokenHint(Id application, Id person, Id sid) {}
