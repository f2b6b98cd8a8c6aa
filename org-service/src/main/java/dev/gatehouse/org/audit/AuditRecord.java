package dev.gatehouse.org.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    @Schema(type = SchemaType.OBJECT) @Nullable JsonNode before,
    @Schema(type = SchemaType.OBJECT) @Nullable JsonNode after,
    @Nullable String trace) {}
