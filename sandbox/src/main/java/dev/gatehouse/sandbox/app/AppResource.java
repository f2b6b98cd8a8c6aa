package dev.gatehouse.sandbox.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestCookie;
import org.jspecify.annotations.Nullable;

/** Brightdesk as people see it. */
@Path("/app")
final class AppResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(AppSettings settings, boolean endedElsewhere);

    static native TemplateInstance signedIn(
        String email, Map<String, String> claims, Map<String, String> userinfo);

    static native TemplateInstance trouble(String code, String meaning, String detail);
  }

  private static final String SESSION = "brightdesk";
  private static final String BROWSER = "brightdesk-attempt";
  private static final Set<String> SELECTORS =
      Set.of("login_hint", "organization", "connection", "prompt", "max_age");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CurrentAppSettings settings;
  private final AppAddress address;
  private final Visits visits;
  private final StartSignIn startSignIn;
  private final CompleteSignIn completeSignIn;
  private final ObjectMapper json;

  AppResource(
      CurrentAppSettings settings,
      AppAddress address,
      Visits visits,
      StartSignIn startSignIn,
      CompleteSignIn completeSignIn,
      ObjectMapper json) {
    this.settings = settings;
    this.address = address;
    this.visits = visits;
    this.startSignIn = startSignIn;
    this.completeSignIn = completeSignIn;
    this.json = json;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance home(@RestCookie(SESSION) @Nullable String session) {
    return visits
        .who(session)
        .map(p -> Templates.signedIn(p.email(), shown(p.claims()), shown(p.userinfo())))
        .orElseGet(() -> Templates.home(settings.get(), visits.wasEndedElsewhere(session)));
  }

  @GET
  @Path("/sign-in")
  @Produces(MediaType.TEXT_HTML)
  public Response signIn(UriInfo uri, @RestCookie(BROWSER) @Nullable String browser) {
    return start(browser, selectors(uri), address.home());
  }

  /** OpenID Connect Core section 4: another site asks Brightdesk to begin. */
  @GET
  @Path("/initiate")
  @Produces(MediaType.TEXT_HTML)
  public Response initiate(UriInfo uri, @RestCookie(BROWSER) @Nullable String browser) {
    String issuer = uri.getQueryParameters().getFirst("iss");
    if (!settings.get().issuer().equals(issuer)) {
      return trouble(
          new SignInTrouble("issuer_mismatch", "Brightdesk does not sign in with " + issuer + "."));
    }
    // Only to ourselves: else this would be an open redirector.
    String target = uri.getQueryParameters().getFirst("target_link_uri");
    return start(
        browser,
        selectors(uri),
        target != null && address.owns(target) ? URI.create(target) : address.home());
  }

  @GET
  @Path("/callback")
  @Produces(MediaType.TEXT_HTML)
  public Response callback(UriInfo uri, @RestCookie(BROWSER) @Nullable String browser) {
    try {
      var completed = completeSignIn.complete(uri.getRequestUri(), browser);
      String session = random();
      visits.signIn(session, completed.person());
      return Response.seeOther(completed.target()).cookie(cookie(SESSION, session, -1)).build();
    } catch (SignInTrouble trouble) {
      return trouble(trouble);
    }
  }

  @POST
  @Path("/sign-out")
  public Response signOut(@RestCookie(SESSION) @Nullable String session) {
    // Our own session first: whatever the provider does, this one is over.
    URI next = visits.signOut(session).map(this::endSession).orElse(address.home());
    return Response.seeOther(next).cookie(cookie(SESSION, "", 0)).build();
  }

  /** OpenID Connect RP-Initiated Logout 1.0, where the provider offers it. */
  private URI endSession(SignedIn person) {
    URI endpoint = person.session().endSession();
    return endpoint == null
        ? address.home()
        : UriBuilder.fromUri(endpoint)
            .queryParam("id_token_hint", person.session().idToken())
            .queryParam("client_id", settings.get().clientId())
            .queryParam("post_logout_redirect_uri", address.home())
            .build();
  }

  @GET
  @Path("/api/me")
  @Produces(MediaType.APPLICATION_JSON)
  public Response me(@RestCookie(SESSION) @Nullable String session) {
    return visits
        .who(session)
        .map(person -> Response.ok(person))
        .orElseGet(() ->
            Response.status(401)
                .type("application/problem+json")
                .entity(Map.of("title", "Nobody is signed in", "status", 401)))
        .build();
  }

  /** A browser keeps its name, so that sign-ins begun in two tabs both end well. */
  private Response start(@Nullable String known, Map<String, String> selectors, URI target) {
    try {
      String browser = known == null || known.isBlank() ? random() : known;
      return Response.seeOther(startSignIn.start(browser, selectors, target))
          .cookie(cookie(BROWSER, browser, 1800))
          .build();
    } catch (SignInTrouble trouble) {
      return trouble(trouble);
    }
  }

  private static Response trouble(SignInTrouble trouble) {
    return Response.status(400)
        .entity(Templates.trouble(trouble.code(), trouble.meaning(), trouble.detail()))
        .build();
  }

  private static Map<String, String> selectors(UriInfo uri) {
    Map<String, String> selectors = new LinkedHashMap<>();
    uri.getQueryParameters()
        .forEach((name, values) -> {
          if (SELECTORS.contains(name) && !values.getFirst().isBlank()) {
            selectors.put(name, values.getFirst().strip());
          }
        });
    return selectors;
  }

  private Map<String, String> shown(Map<String, Object> claims) {
    Map<String, String> shown = new TreeMap<>();
    claims.forEach((name, value) -> shown.put(name, text(value)));
    return shown;
  }

  private String text(Object value) {
    try {
      return value instanceof String string ? string : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return String.valueOf(value);
    }
  }

  /** Lax: the answer comes as a top-level GET from the provider's site. */
  private static NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/app")
        .maxAge(maxAge)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static String random() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
