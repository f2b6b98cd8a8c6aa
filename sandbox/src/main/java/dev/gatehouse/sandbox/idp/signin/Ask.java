package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.provider.ServiceProvider;
import org.jspecify.annotations.Nullable;

/** Whom to answer, where and how; {@code requestId} is missing when nobody asked. */
record Ask(
    ServiceProvider provider,
    String acsUrl,
    @Nullable String requestId,
    @Nullable String relayState,
    IdpSettings settings,
    @Nullable String hint,
    boolean forceAuthn,
    boolean passive) {

  Ask with(IdpSettings other) {
    return new Ask(provider, acsUrl, requestId, relayState, other, hint, forceAuthn, passive);
  }
}
