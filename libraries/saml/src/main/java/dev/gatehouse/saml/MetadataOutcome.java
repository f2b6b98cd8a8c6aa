package dev.gatehouse.saml;

import java.util.List;

/** What became of a metadata document. */
public sealed interface MetadataOutcome {

  /** One identity provider, understood. */
  record Read(IdpMetadata metadata) implements MetadataOutcome {}

  /** Several identity providers; ask again with one of these entity ids. */
  record SeveralEntities(List<String> entityIds) implements MetadataOutcome {}

  /** Not usable; {@code text} tells the admin why and what to do. */
  record Unreadable(MetadataProblem problem, String text) implements MetadataOutcome {}
}
