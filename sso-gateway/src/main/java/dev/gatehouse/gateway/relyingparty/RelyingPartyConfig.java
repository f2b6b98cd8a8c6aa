package dev.gatehouse.gateway.relyingparty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the gateway waits for identity providers that speak OpenID Connect. */
@ConfigMapping(prefix = "gatehouse.oidc")
interface RelyingPartyConfig {

  /** Trips to identity providers at once, over all organizations. */
  @WithDefault("512")
  int atOnce();

  /** Of these, for one organization: a slow identity provider keeps nobody else waiting. */
  @WithDefault("32")
  int atOnceForOrganization();

  /** For everything that is asked of an identity provider while a browser waits. */
  @WithDefault("PT20S")
  Duration deadline();

  /** How far an identity provider's clock may be from ours. */
  @WithDefault("PT3M")
  Duration clockSkew();
}
