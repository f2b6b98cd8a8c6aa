package dev.gatehouse.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads a verified token. Signature, issuer, audience and expiry were checked by quarkus-oidc; what
 * remains is which kind of token it is.
 */
@ApplicationScoped
class Credentials {

  private final String ownIssuer;
  private final Optional<String> operatorClaim;
  private final ObjectMapper json;

  Credentials(
      @ConfigProperty(name = "quarkus.oidc.token.issuer") String ownIssuer,
      @ConfigProperty(name = "gatehouse.admin.operator-claim") Optional<String> operatorClaim,
      ObjectMapper json) {
    this.ownIssuer = ownIssuer;
    this.operatorClaim = operatorClaim;
    this.json = json;
  }

  /** Empty when the token is none that opens an admin API. */
  Optional<Credential> read(JsonWebToken token) {
    if (token.getRawToken() == null || token.getSubject() == null) {
      return Optional.empty();
    }
    return ownIssuer.equals(token.getIssuer()) ? readOwn(token) : Optional.of(readPlatform(token));
  }

  private Optional<Credential> readOwn(JsonWebToken token) {
    if (!isAccessToken(token.getRawToken())) {
      return Optional.empty();
    }
    Object organization = token.getClaim("organization");
    if (organization != null) {
      try {
        Id of = Id.parse(IdKind.ORGANIZATION, organization.toString());
        String subject = token.getSubject();
        return Optional.of(
            subject.startsWith(IdKind.SETUP_LINK.prefix() + "_")
                ? new Credential.OfSetupLink(
                    Id.parse(IdKind.SETUP_LINK, subject),
                    of,
                    Step.ofScope(String.valueOf(token.<Object>getClaim("scope"))))
                : new Credential.OfMember(Id.parse(IdKind.MEMBER, subject), of));
      } catch (MalformedId e) {
        return Optional.empty();
      }
    }
    boolean operator = "operator".equals(String.valueOf(token.<Object>getClaim("scope")));
    return operator ? Optional.of(new Credential.OfOperator(token.getSubject())) : Optional.empty();
  }

  private Credential readPlatform(JsonWebToken token) {
    boolean operator = operatorClaim.map(claim -> carries(token, claim)).orElse(false);
    return operator
        ? new Credential.OfOperator(token.getSubject())
        : new Credential.OfPlatformUser(token.getSubject());
  }

  /** The claim is configured as {@code name=value}; a list claim matches by one of its elements. */
  private static boolean carries(JsonWebToken token, String configured) {
    int equals = configured.indexOf('=');
    Object claim = token.getClaim(configured.substring(0, equals));
    String wanted = configured.substring(equals + 1);
    return switch (claim) {
      case null -> false;
      case Iterable<?> values -> {
        boolean found = false;
        for (Object value : values) {
          found |= wanted.equals(plain(value));
        }
        yield found;
      }
      default -> wanted.equals(plain(claim));
    };
  }

  private static String plain(Object value) {
    return value instanceof jakarta.json.JsonString text ? text.getString() : String.valueOf(value);
  }

  /** RFC 9068 section 4: anything but an access token, an ID token above all, is refused. */
  private boolean isAccessToken(String rawToken) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(rawToken.substring(0, rawToken.indexOf('.')));
      return "at+jwt".equalsIgnoreCase(json.readTree(header).path("typ").asText());
    } catch (IOException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }
}
