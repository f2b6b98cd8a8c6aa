package dev.gatehouse.org.audit;

import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change: who, what, before and after with secrets masked. */
@Schema(name = "AuditRecord")
record AuditRecord(
    UUID id,
    @Nullable Id organization,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable Map<String, @Nullable Object> before,
    @Nullable Map<String, @Nullable Object> after,
    @Nullable String trace) {}
