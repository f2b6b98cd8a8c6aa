package dev.gatehouse.failure;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An error that an identity provider shows or returns.
 *
 * @param matched what was recognised, as the provider writes it
 * @param product whose error it is
 * @param providers the keys of the providers it belongs to
 * @param where the way to the setting in that product's console; empty if no setting helps
 * @param link the provider's own page about it
 */
public record KnownError(
    String id,
    String matched,
    String product,
    List<String> providers,
    String title,
    String meaning,
    Responsible responsible,
    List<String> where,
    List<FieldValue> enter,
    String remedy,
    Optional<URI> link) {}
