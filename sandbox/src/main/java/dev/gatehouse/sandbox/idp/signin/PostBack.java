package dev.gatehouse.sandbox.idp.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The page that carries an answer to the service provider (SAML Bindings 3.5). */
final class PostBack {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance postBack(
        String host, String action, String field, String message, @Nullable String relayState);
  }

  private PostBack() {}

  static TemplateInstance page(SealedAnswer answer) {
    return page(answer, "SAMLResponse");
  }

  /** The same for what nobody asked for. */
  static TemplateInstance request(SealedAnswer request) {
    return page(request, "SAMLRequest");
  }

  private static TemplateInstance page(SealedAnswer answer, String field) {
    return Templates.postBack(
        URI.create(answer.acsUrl()).getAuthority(),
        answer.acsUrl(),
        field,
        answer.samlResponse(),
        answer.relayState());
  }
}
