package dev.gatehouse.oidc.logout;

import dev.gatehouse.oidc.Issuer;
import java.time.Duration;
import java.util.Set;

/**
 * What a logout token is compared with; none of it comes from the token.
 *
 * @param algorithms those that ID tokens may be signed with
 * @param skew how far the provider's clock may be from ours
 */
public record LogoutTokenExpectations(
    Issuer issuer, String clientId, Set<String> algorithms, Duration skew) {}
