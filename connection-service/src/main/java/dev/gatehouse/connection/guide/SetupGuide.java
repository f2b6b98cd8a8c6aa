package dev.gatehouse.connection.guide;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Pem;
import dev.gatehouse.connection.connection.ServiceProvider;
import dev.gatehouse.connection.provider.Placeholders;
import dev.gatehouse.connection.provider.Provider;
import dev.gatehouse.ids.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What to do in the provider's console, step by step, with this connection's values. */
public record SetupGuide(
    Id connection,
    String provider,
    String name,
    Provider.Console console,
    List<String> before,
    List<Provider.Step> steps,
    Provider.Metadata metadata,
    List<String> pitfalls) {

  static SetupGuide of(ConnectionSnapshot connection, Provider provider) {
    UnaryOperator<String> fill = values(connection);
    return new SetupGuide(
        connection.id(),
        provider.key(),
        provider.name(),
        provider.console(),
        provider.before().stream().map(fill).toList(),
        provider.steps(fill),
        provider.metadata(),
        provider.pitfalls().stream().map(fill).toList());
  }

  /** The names that data files may use. */
  public static UnaryOperator<String> values(ConnectionSnapshot connection) {
    ServiceProvider ours = connection.serviceProvider();
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "acsUrl", ours.acsUrl(),
                "entityId", ours.entityId(),
                "metadataUrl", ours.metadataUrl(),
                "sloUrl", beside(ours.metadataUrl(), "slo"),
                "certificate", Pem.of(ours.signingKey().certificate())));
    if (ours.redirectUri() != null && ours.jwksUrl() != null) {
      values.put("redirectUri", ours.redirectUri());
      values.put("jwksUrl", ours.jwksUrl());
      values.put("postLogoutUri", beside(ours.redirectUri(), "post-logout"));
      values.put("backchannelLogoutUri", beside(ours.redirectUri(), "backchannel-logout"));
      values.put("frontchannelLogoutUri", beside(ours.redirectUri(), "frontchannel-logout"));
    }
    return Placeholders.with(values);
  }

  /** Where people sign out is at the addresses that were fixed for signing in. */
  private static String beside(String address, String name) {
    return address.substring(0, address.lastIndexOf('/') + 1) + name;
  }
}
