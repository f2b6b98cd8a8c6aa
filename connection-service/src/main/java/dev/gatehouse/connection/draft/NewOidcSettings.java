package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.connection.settings.OidcSettings.TokenEndpointAuthMethod;
import dev.gatehouse.connection.settings.OidcSubject;
import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a new OpenID Connect revision fixes, or fails with the problem to answer.
 *
 * @param basis what stays where the draft is silent
 * @param sealedSecret the client secret that was given or is kept, if any
 */
record NewOidcSettings(
    ProviderMetadata provider,
    OidcDraft draft,
    Basis basis,
    String clientId,
    Optional<String> sealedSecret) {

  /** Claims that change with a person's name or mailbox, or that others can give themselves. */
  private static final Set<String> CHANGING =
      Set.of(
          "email",
          "upn",
          "preferred_username",
          "unique_name",
          "name",
          "given_name",
          "family_name",
          "nickname",
          "phone_number");

  /** The provider's defaults, or the current revision. */
  record Basis(
      @Nullable TokenEndpointAuthMethod authMethod,
      List<String> scopes,
      List<String> hostedDomains,
      boolean forceLogin,
      boolean singleLogout,
      @Nullable OidcSubject subject,
      AttributeNames attributes) {

    static Basis of(OidcSettings earlier) {
      return new Basis(
          earlier.tokenEndpointAuthMethod(),
          earlier.scopes(),
          earlier.hostedDomains(),
          earlier.forceLogin(),
          earlier.signsOutThere(),
          earlier.subject(),
          earlier.attributes());
    }
  }

  OidcSettings settings() {
    TokenEndpointAuthMethod method = authMethod();
    boolean needsSecret = method != TokenEndpointAuthMethod.PRIVATE_KEY_JWT;
    if (needsSecret && sealedSecret.isEmpty()) {
      throw Problems.of(ProblemCode.CLIENT_SECRET_MISSING);
    }
    return new OidcSettings(
        provider.issuer().value(),
        clientId,
        needsSecret ? sealedSecret.get() : null,
        method,
        scopes(),
        hostedDomains(),
        draft.forceLogin() == null ? basis.forceLogin() : draft.forceLogin(),
        draft.singleLogout() == null ? basis.singleLogout() : draft.singleLogout(),
        subject(),
        attributes(),
        List.copyOf(provider.algorithms()));
  }

  private TokenEndpointAuthMethod authMethod() {
    List<TokenEndpointAuthMethod> offered =
        provider.authMethods().stream().map(NewOidcSettings::ours).toList();
    TokenEndpointAuthMethod chosen =
        Stream.of(draft.tokenEndpointAuthMethod(), basis.authMethod())
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(offered.getFirst());
    if (!offered.contains(chosen)) {
      throw Problems.of(
          ProblemCode.AUTH_METHOD_UNSUPPORTED,
          ProblemCode.AUTH_METHOD_UNSUPPORTED.meaning(),
          Map.of("offered", offered));
    }
    return chosen;
  }

  private static TokenEndpointAuthMethod ours(ClientAuthMethod method) {
    return switch (method) {
      case CLIENT_SECRET_BASIC -> TokenEndpointAuthMethod.CLIENT_SECRET_BASIC;
      case CLIENT_SECRET_POST -> TokenEndpointAuthMethod.CLIENT_SECRET_POST;
      case PRIVATE_KEY_JWT -> TokenEndpointAuthMethod.PRIVATE_KEY_JWT;
    };
  }

  /** Without {@code openid} it would not be OpenID Connect. */
  private List<String> scopes() {
    List<String> wanted = draft.scopes() == null ? basis.scopes() : draft.scopes();
    return Stream.concat(Stream.of("openid"), wanted.stream()).distinct().toList();
  }

  private List<String> hostedDomains() {
    List<String> wanted =
        draft.hostedDomains() == null ? basis.hostedDomains() : draft.hostedDomains();
    if (provider.issuer().isGoogle() && wanted.isEmpty()) {
      throw Problems.of(ProblemCode.HOSTED_DOMAINS_REQUIRED);
    }
    return wanted.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  private OidcSubject subject() {
    OidcSubject usual =
        OidcSubject.of(
            provider.issuer().isEntra()
                ? OidcSubject.Source.ENTRA_OBJECT_ID
                : OidcSubject.Source.SUB);
    OidcSubject chosen =
        draft.subject() == null
            ? Optional.ofNullable(basis.subject()).orElse(usual)
            : draft.subject().value();
    boolean misplaced =
        chosen.source() == OidcSubject.Source.ENTRA_OBJECT_ID && !provider.issuer().isEntra();
    boolean changing =
        chosen.claim() != null && CHANGING.contains(chosen.claim().toLowerCase(Locale.ROOT));
    if (misplaced || changing) {
      throw Problems.of(
          ProblemCode.SUBJECT_SOURCE_REFUSED,
          misplaced
              ? Detail.OBJECT_IDS_ELSEWHERE.text()
              : Detail.CLAIM_CHANGES.with(String.valueOf(chosen.claim())));
    }
    return chosen;
  }

  private AttributeNames attributes() {
    DraftOptions.Attributes chosen = draft.attributes();
    AttributeNames otherwise = basis.attributes();
    return chosen == null ? otherwise : chosen.over(otherwise);
  }
}
