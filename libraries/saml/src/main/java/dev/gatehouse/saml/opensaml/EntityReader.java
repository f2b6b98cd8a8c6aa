package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.METADATA;
import static dev.gatehouse.saml.opensaml.Names.SIGNATURE;

import dev.gatehouse.languages.Sentence;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.IdpMetadata;
import dev.gatehouse.saml.LogoutService;
import dev.gatehouse.saml.MetadataProblem;
import dev.gatehouse.saml.MetadataWarning;
import dev.gatehouse.saml.opensaml.MetadataReader.Unusable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads one identity provider's description; only its IDPSSODescriptor, no other role. */
final class EntityReader {

  private static final String BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:";
  private static final Duration SOON = Duration.ofDays(30);

  private final Element entity;
  private final Element role;
  private final Instant now;
  private final List<MetadataWarning> warnings = new ArrayList<>();

  EntityReader(Element entity, Element role, Instant now) {
    this.entity = entity;
    this.role = role;
    this.now = now;
  }

  IdpMetadata read() throws Unusable {
    String entityId = entityId();
    var redirect = address("SingleSignOnService", "HTTP-Redirect", "Location");
    var post = address("SingleSignOnService", "HTTP-POST", "Location");
    if (redirect.isEmpty() && post.isEmpty()) {
      throw new Unusable(MetadataProblem.METADATA_NO_SIGN_ON_URL);
    }
    var logout = logout();
    var certificates = certificates();
    var validUntil = validUntil();
    boolean signed =
        Elements.attribute(role, "WantAuthnRequestsSigned")
            .map(value -> value.trim().equals("true") || value.trim().equals("1"))
            .orElse(false);
    return new IdpMetadata(
        entityId, redirect, post, logout, certificates, signed, validUntil, List.copyOf(warnings));
  }

  private String entityId() throws Unusable {
    String id = MetadataReader.idOf(entity);
    if (id.isEmpty() || id.length() > 1024) {
      throw new Unusable(MetadataProblem.METADATA_ENTITY_ID_MISSING);
    }
    if (id.contains("{tenant")) {
      throw new Unusable(MetadataProblem.METADATA_TENANT_PLACEHOLDER);
    }
    return id;
  }

  /** Redirect where it is offered, as for sign-on. People can sign in without it. */
  private Optional<LogoutService> logout() {
    try {
      var redirect = logout("HTTP-Redirect", LogoutService.Binding.REDIRECT);
      return redirect.isPresent() ? redirect : logout("HTTP-POST", LogoutService.Binding.POST);
    } catch (Unusable refused) {
      warn(MetadataWarning.Code.LOGOUT_SKIPPED);
      return Optional.empty();
    }
  }

  private Optional<LogoutService> logout(String name, LogoutService.Binding binding)
      throws Unusable {
    var location = address("SingleLogoutService", name, "Location");
    var answers = address("SingleLogoutService", name, "ResponseLocation");
    return location.map(url -> new LogoutService(url, answers, binding));
  }

  private Optional<URI> address(String service, String binding, String attribute) throws Unusable {
    for (var endpoint : Elements.children(role, METADATA, service)) {
      if (Elements.attribute(endpoint, "Binding").equals(Optional.of(BINDINGS + binding))) {
        var location = Elements.attribute(endpoint, attribute);
        boolean optional = attribute.equals("ResponseLocation");
        return location.isEmpty() && optional
            ? Optional.empty()
            : Optional.of(checked(location.orElse("").trim()));
      }
    }
    return Optional.empty();
  }

  private URI checked(String location) throws Unusable {
    URI uri = parsed(location);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw refused(location);
    }
    if (scheme.equals("http")) {
      warn(MetadataWarning.Code.PLAIN_HTTP_URL, location);
    }
    return uri;
  }

  private static URI parsed(String location) throws Unusable {
    try {
      return new URI(location);
    } catch (java.net.URISyntaxException e) {
      throw refused(location);
    }
  }

  private static Unusable refused(String location) {
    String shown = location.length() > 200 ? location.substring(0, 200) + "…" : location;
    return new Unusable(MetadataProblem.METADATA_URL_REFUSED, shown);
  }

  private List<IdpCertificate> certificates() throws Unusable {
    Map<String, IdpCertificate> found = new LinkedHashMap<>();
    boolean unreadable = false;
    for (var descriptor : Elements.children(role, METADATA, "KeyDescriptor")) {
      // No "use" means signing as well as encryption (Metadata 2.4.1.1).
      if (!Elements.attribute(descriptor, "use").orElse("signing").equals("signing")) {
        continue;
      }
      for (var text : certificateTexts(descriptor)) {
        try {
          var certificate = IdpCertificate.parse(text);
          found.putIfAbsent(certificate.fingerprint(), certificate);
        } catch (IllegalArgumentException e) {
          unreadable = true;
        }
      }
    }
    if (found.isEmpty()) {
      throw unreadable
          ? new Unusable(MetadataProblem.METADATA_CERTIFICATE_UNREADABLE)
          : new Unusable(MetadataProblem.METADATA_NO_SIGNING_KEY);
    }
    if (unreadable) {
      warn(MetadataWarning.Code.CERTIFICATE_SKIPPED);
    }
    found.values().forEach(this::describe);
    return List.copyOf(found.values());
  }

  private static List<String> certificateTexts(Element descriptor) {
    var texts = new ArrayList<String>();
    for (var info : Elements.children(descriptor, SIGNATURE, "KeyInfo")) {
      for (var data : Elements.children(info, SIGNATURE, "X509Data")) {
        Elements.children(data, SIGNATURE, "X509Certificate")
            .forEach(certificate -> texts.add(certificate.getTextContent()));
      }
    }
    return texts;
  }

  private void describe(IdpCertificate certificate) {
    String name = certificate.fingerprint().substring(0, 16) + "…";
    if (certificate.notAfter().isBefore(now)) {
      warn(MetadataWarning.Code.CERTIFICATE_EXPIRED, name, certificate.notAfter());
    } else if (certificate.notAfter().isBefore(now.plus(SOON))) {
      warn(MetadataWarning.Code.CERTIFICATE_EXPIRES_SOON, name, certificate.notAfter());
    }
    if (certificate.notBefore().isAfter(now)) {
      warn(MetadataWarning.Code.CERTIFICATE_NOT_YET_VALID, name, certificate.notBefore());
    }
    if (certificate.isWeak()) {
      warn(MetadataWarning.Code.WEAK_KEY, name, certificate.keyAlgorithm(), certificate.keyBits());
    }
  }

  // Google's equals the certificate's expiry: a warning, never a reason to stop sign-ins.
  private Optional<Instant> validUntil() {
    try {
      var own = Times.optional(entity, "validUntil");
      var until = own.isPresent() ? own : Times.optional(role, "validUntil");
      until.filter(now::isAfter).ifPresent(end -> warn(MetadataWarning.Code.METADATA_EXPIRED, end));
      return until;
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }

  private void warn(MetadataWarning.Code code, Object... values) {
    warnings.add(new MetadataWarning(code, new Sentence(code.text()).with(values)));
  }
}
