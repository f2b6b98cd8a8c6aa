package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.AuthnRequest;
import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutMessage;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.ServiceProvider;
import dev.gatehouse.saml.UnverifiedLogout;
import dev.gatehouse.saml.UnverifiedResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Found by {@link java.util.ServiceLoader}; callers know the interface only. */
public final class OpenSamlServiceProvider implements SamlServiceProvider {

  private final HardenedParser parser;
  private final SamlSchema schema;
  private final MetadataReader metadata;
  private final Requests requests;
  private final LogoutMessages logout;

  public OpenSamlServiceProvider() {
    try (var _ = ModuleLoader.enter()) {
      Libraries.initialise();
      parser = new HardenedParser();
      schema = new SamlSchema();
      metadata = new MetadataReader();
      var signature = new EmbeddedSignature();
      requests = new Requests(signature);
      logout = new LogoutMessages(signature);
    }
  }

  @Override
  public SamlVerdict judge(UnverifiedResponse response, Expectations expected, Instant now) {
    try (var _ = ModuleLoader.enter()) {
      return new Judgement(parser, schema, expected, now).of(response);
    }
  }

  @Override
  public MetadataOutcome readMetadata(byte[] xml, Optional<String> entityId, Instant now) {
    try (var _ = ModuleLoader.enter()) {
      return metadata.read(xml, entityId, now);
    }
  }

  @Override
  public URI authnRequestRedirect(AuthnRequest request) {
    try (var _ = ModuleLoader.enter()) {
      return RedirectBinding.address(request, requests.xml(request, false));
    }
  }

  @Override
  public String authnRequestPost(AuthnRequest request) {
    try (var _ = ModuleLoader.enter()) {
      return java.util.Base64.getEncoder().encodeToString(requests.xml(request, true));
    }
  }

  @Override
  public LogoutVerdict judgeLogout(
      UnverifiedLogout message, LogoutExpectations expected, Instant now) {
    try (var _ = ModuleLoader.enter()) {
      return new LogoutJudgement(parser, schema, expected, now).of(message);
    }
  }

  @Override
  public URI logoutRedirect(LogoutMessage message) {
    try (var _ = ModuleLoader.enter()) {
      return logout.redirect(message);
    }
  }

  @Override
  public String logoutPost(LogoutMessage message) {
    try (var _ = ModuleLoader.enter()) {
      return logout.post(message);
    }
  }

  @Override
  public String serviceProviderMetadata(ServiceProvider serviceProvider) {
    try (var _ = ModuleLoader.enter()) {
      return OwnMetadata.xml(serviceProvider);
    }
  }
}
