package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.ids.Id;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is not deleted, as last published, whether people sign in with it or not.
 *
 * @param draft what the administrator edits, or null
 * @param live what people sign in with, or null
 */
public record KnownConnection(
    Id id,
    Id organization,
    long epoch,
    long version,
    String status,
    String name,
    String provider,
    String protocol,
    List<Id> domains,
    ServiceProvider serviceProvider,
    List<IdpKey> idpKeys,
    boolean idpInitiatedAllowed,
    @Nullable Revision draft,
    @Nullable Revision live) {

  /** Our side of the connection, fixed when it was created. */
  public record ServiceProvider(
      String entityId, String acsUrl, @Nullable String redirectUri, List<SpKey> keys) {}

  /**
   * A key pair of ours.
   *
   * @param use {@code signing} or {@code encryption}
   * @param certificate base64 DER
   * @param sealedPrivateKey PKCS#8, sealed to the gateway; see {@link #context(Id)}
   */
  public record SpKey(String id, String use, String certificate, String sealedPrivateKey) {

    /** What the private key was sealed for. */
    public String context(Id connection) {
      return connection + "/sp-key/" + id;
    }
  }

  /**
   * A key of the identity provider.
   *
   * @param id SHA-256 of the certificate, hex
   * @param certificate base64 DER
   */
  public record IdpKey(String id, String certificate, Trust trust) {}

  /** Whether a key of the identity provider is believed; revoked beats every revision. */
  public enum Trust {
    @JsonProperty("trusted")
    TRUSTED,
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("revoked")
    REVOKED
  }

  /** The keys to verify with. Empty: nothing is accepted. */
  public List<IdpKey> trustedKeys() {
    return idpKeys.stream().filter(key -> key.trust() == Trust.TRUSTED).toList();
  }

  /** The draft or live revision with this id. Earlier ones: {@link Connections#revision}. */
  public Optional<Revision> present(Id revision) {
    if (live != null && live.id().equals(revision)) {
      return Optional.of(live);
    }
    return draft != null && draft.id().equals(revision) ? Optional.of(draft) : Optional.empty();
  }

  /**
   * The settings for what outlives the switch that lets people in, such as signing out: live, or a
   * draft's.
   */
  public Optional<Revision> liveOrDraft() {
    return Optional.ofNullable(live).or(() -> Optional.ofNullable(draft));
  }

  /** Whether what we hold is at least as new as the given version. */
  public boolean isAtLeast(long otherEpoch, long otherVersion) {
    return epoch > otherEpoch || (epoch == otherEpoch && version >= otherVersion);
  }
}
