package dev.gatehouse.connection.idp;

import java.net.URI;
import java.util.Optional;

/** What an admin gives us about an identity provider. */
public sealed interface IdpInput {

  /** The address of metadata; the entity id chooses where the document has several. */
  record MetadataUrl(URI address, Optional<String> entityId) implements IdpInput {}

  record MetadataXml(String xml, Optional<String> entityId) implements IdpInput {}

  /** The three values that consoles show where there is no metadata. */
  record Fields(String entityId, String ssoUrl, String certificate) implements IdpInput {}
}
