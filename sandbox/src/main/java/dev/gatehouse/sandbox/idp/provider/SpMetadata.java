package dev.gatehouse.sandbox.idp.provider;

import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import dev.gatehouse.sandbox.pages.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a service provider's SAML metadata. */
final class SpMetadata {
  private static final String TITLE = "That is not a service provider's metadata";

  private SpMetadata() {}

  static ServiceProvider read(String xml) {
    Node entity = new Node(SafeXml.parse(xml.strip()).getDocumentElement());
    String entityId = entity.attribute("entityID");
    if (!entity.is(Saml.METADATA, "EntityDescriptor") || entityId == null) {
      throw Refusal.badRequest(TITLE, "Its root must be an EntityDescriptor with an entityID.");
    }
    Node descriptor =
        entity
            .first(Saml.METADATA, "SPSSODescriptor")
            .orElseThrow(() -> Refusal.badRequest(TITLE, "It has no SPSSODescriptor."));
    List<ServiceProvider.AcsUrl> urls = acsUrls(descriptor);
    if (urls.isEmpty()) {
      throw Refusal.badRequest(TITLE, "It has no AssertionConsumerService for HTTP-POST.");
    }
    return new ServiceProvider(entityId, urls, sloUrl(descriptor));
  }

  private static List<ServiceProvider.AcsUrl> acsUrls(Node descriptor) {
    List<ServiceProvider.AcsUrl> urls = new ArrayList<>();
    for (Node acs : descriptor.children(Saml.METADATA, "AssertionConsumerService")) {
      String location = acs.attribute("Location");
      if (location == null || !Saml.POST.equals(acs.attribute("Binding"))) {
        continue;
      }
      var url = new ServiceProvider.AcsUrl(index(acs, urls.size()), location);
      urls.add(acs.flag("isDefault") ? 0 : urls.size(), url);
    }
    return List.copyOf(urls);
  }

  private static int index(Node acs, int otherwise) {
    String index = acs.attribute("index");
    return index != null && index.matches("\\d{1,5}") ? Integer.parseInt(index) : otherwise;
  }

  private static @Nullable String sloUrl(Node descriptor) {
    for (Node slo : descriptor.children(Saml.METADATA, "SingleLogoutService")) {
      if (Saml.POST.equals(slo.attribute("Binding"))) {
        String answers = slo.attribute("ResponseLocation");
        return answers != null ? answers : slo.attribute("Location");
      }
    }
    return null;
  }
}
