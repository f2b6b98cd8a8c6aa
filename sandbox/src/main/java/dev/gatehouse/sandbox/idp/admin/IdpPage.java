package dev.gatehouse.sandbox.idp.admin;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.fault.Faults;
import dev.gatehouse.sandbox.idp.key.IdpKey;
import dev.gatehouse.sandbox.idp.key.IdpKeys;
import dev.gatehouse.sandbox.idp.person.People;
import dev.gatehouse.sandbox.idp.person.Person;
import dev.gatehouse.sandbox.idp.provider.ServiceProvider;
import dev.gatehouse.sandbox.idp.provider.ServiceProviders;
import dev.gatehouse.sandbox.idp.signin.CurrentSettings;
import dev.gatehouse.sandbox.idp.signin.IdpAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;

/** The console of the pretend identity provider. */
@Path("/idp")
final class IdpPage {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance idp(
        IdpAddress address,
        List<ServiceProvider> providers,
        List<Person> people,
        Fault chosen,
        List<Fault> faults,
        String signs,
        String nameId,
        String certificate,
        int keyCount);
  }

  private final IdpAddress address;
  private final IdpMetadata metadata;
  private final ServiceProviders providers;
  private final People people;
  private final Faults faults;
  private final CurrentSettings settings;
  private final IdpKeys keys;

  IdpPage(
      IdpAddress address,
      IdpMetadata metadata,
      ServiceProviders providers,
      People people,
      Faults faults,
      CurrentSettings settings,
      IdpKeys keys) {
    this.address = address;
    this.metadata = metadata;
    this.providers = providers;
    this.people = people;
    this.faults = faults;
    this.settings = settings;
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page() {
    return Templates.idp(
        address,
        providers.all(),
        people.all(),
        faults.current(),
        List.of(Fault.values()),
        settings.get().signs().code(),
        settings.get().nameId().code(),
        pem(keys.current()),
        keys.all().size());
  }

  @GET
  @Path("/metadata")
  @Produces({"application/samlmetadata+xml", MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  public String metadata() {
    return metadata.xml();
  }

  private static String pem(IdpKey key) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(key.certificate().getEncoded())
          + "\n-----END CERTIFICATE-----";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that cannot be encoded.", e);
    }
  }
}
