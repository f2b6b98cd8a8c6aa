package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to “What did the page show you?”.
 *
 * @param items what it may be, the likeliest first
 * @param general what to do if nothing is found
 * @param lookUp the vendor's own page that explains any of its codes, if nothing is found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundErrors(
    List<KnownError> items, @Nullable ExplainedReason general, @Nullable URI lookUp) {}
