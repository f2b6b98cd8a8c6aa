package dev.gatehouse.oidc.keys;

import dev.gatehouse.oidc.Issuer;
import java.net.URI;

/**
 * Whose keys, and where from.
 *
 * @param connection keeps customers apart: nobody can use up another's fetches or fill its keys
 */
public record JwksSource(String connection, Issuer issuer, URI jwksUri) {}
