package dev.gatehouse.connection.idp;

import dev.gatehouse.saml.MetadataOutcome;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads SAML metadata, hardened against what an attacker may put into it. */
public interface IdpMetadataReader {

  /** Emits on the caller's Vert.x context. */
  Uni<MetadataOutcome> read(byte[] xml, Optional<String> entityId);
}
