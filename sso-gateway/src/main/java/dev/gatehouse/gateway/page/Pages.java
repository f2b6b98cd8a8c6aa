package dev.gatehouse.gateway.page;

import dev.gatehouse.failure.ExplainedReason;
import dev.gatehouse.gateway.log.SignInReference;
import dev.gatehouse.languages.Language;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the pages, each with headers that leave nothing to load, frame, cache or refer. */
@ApplicationScoped
public class Pages {

  private static final Logger LOG = Logger.getLogger(Pages.class);
  private static final int BUSY_SECONDS = 2;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; ";

  /** What a page says that ends a sign-in whose answer is larger than any. */
  public static final Refusal TOO_LARGE =
      Refusal.plain(PageTexts::notReadable, PageTexts::answerTooLarge, "response_too_large");

  /** What a page says when too many answers come from one place. */
  public static final Refusal TOO_MANY =
      Refusal.plain(PageTexts::manyPeople, PageTexts::manyAnswers, "too_many_requests");

  /** The headers of a page without a form, for those who send {@link #html} themselves. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "text/html;charset=UTF-8",
          "Cache-Control", "no-store",
          "Vary", "Accept-Language",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", POLICY + FormTargets.none().directive());

  private final Brand brand;
  private final PageLanguage languages;
  private final Map<Language, PageTexts> texts = new EnumMap<>(Language.class);

  Pages(Brand brand, PageLanguage languages) {
    this.brand = brand;
    this.languages = languages;
    for (Language language : Language.values()) {
      texts.put(
          language,
          language == Language.ENGLISH
              ? MessageBundles.get(PageTexts.class)
              : MessageBundles.get(PageTexts.class, Localized.Literal.of(language.tag())));
    }
  }

  /** One thing to choose from. */
  public record Choice(String value, String title, String detail) {}

  /** One line of a test report. */
  public record CheckLine(String title, String mark, String expected, String received) {}

  /**
   * Asks for the email address.
   *
   * @param remembered the one that this browser was asked to remember
   */
  public Uni<Response> signIn(
      String sealedRequest,
      Optional<String> remembered,
      Optional<Wording> problem,
      FormTargets targets) {
    PageTexts words = texts(languages.current());
    return show(
        Response.Status.OK,
        Templates.signIn(
            brand,
            sealedRequest,
            remembered.orElse(""),
            problem.map(one -> one.in(words)).orElse("")),
        targets);
  }

  /** Asks which of several connections. */
  public Uni<Response> chooser(String sealedRequest, List<Choice> choices, FormTargets targets) {
    return show(Response.Status.OK, Templates.chooser(brand, sealedRequest, choices), targets);
  }

  /** Carries a request to an identity provider that wants it posted (SAML Bindings 3.5). */
  public Uni<Response> post(URI destination, String samlRequest, String relayState) {
    return render(Templates.post(brand, destination.toString(), samlRequest, relayState))
        .map(html ->
            page(Response.Status.OK, html, FormTargets.leadingTo(destination))
                .header(
                    "Content-Security-Policy",
                    POLICY + "script-src 'self'; " + FormTargets.leadingTo(destination).directive())
                .build());
  }

  /**
   * Carries a logout message to an identity provider that wants it posted.
   *
   * @param field {@code SAMLRequest} or {@code SAMLResponse}
   */
  public Uni<Response> postLogout(
      URI destination, String field, String message, Optional<String> relayState) {
    return render(
            Templates.postLogout(
                brand, destination.toString(), field, message, relayState.orElse("")))
        .map(html ->
            page(Response.Status.OK, html, FormTargets.leadingTo(destination))
                .header(
                    "Content-Security-Policy",
                    POLICY + "script-src 'self'; " + FormTargets.leadingTo(destination).directive())
                .build());
  }

  /** Says that, and in which words, it did not work; never why to whom it is no business of. */
  public Uni<Response> refusal(Response.Status status, Refusal refusal) {
    return show(status, template(refusal, languages.current()), FormTargets.none());
  }

  /** The text of such a page alone; see {@link #HEADERS}. */
  public Uni<String> html(Refusal refusal, Language language) {
    return template(refusal, language).setLocale(language.locale()).createUni();
  }

  private TemplateInstance template(Refusal refusal, Language language) {
    PageTexts words = texts(language);
    return Templates.refusal(brand, refusal.heading().in(words), refusal.text().in(words), refusal);
  }

  private PageTexts texts(Language language) {
    return Objects.requireNonNull(texts.get(language), language::tag);
  }

  /** Waits, and looks again by itself. */
  public Uni<Response> waiting(Duration lookAgain) {
    return render(Templates.waiting(brand))
        .map(html ->
            page(Response.Status.OK, html, FormTargets.none())
                .header("Content-Security-Policy", POLICY + FormTargets.none().directive())
                .header("Refresh", lookAgain.toSeconds())
                .build());
  }

  /** What a test sign-in found, and what to change where if it failed. */
  public Uni<Response> testResult(
      boolean passed, List<CheckLine> checks, List<ExplainedReason> reasons, String who) {
    return show(
        Response.Status.OK,
        Templates.testResult(brand, passed, checks, reasons, who),
        FormTargets.none());
  }

  /** Turns what nobody foresaw into a page; nothing half-done was kept. */
  public Uni<Response> orFault(Uni<Response> answer) {
    return answer
        .onFailure(TooBusy.class)
        .recoverWithUni(() ->
            refusal(
                    Response.Status.SERVICE_UNAVAILABLE,
                    Refusal.plain(
                        PageTexts::manyPeople, PageTexts::waitAndReload, "service_unavailable"))
                .map(page ->
                    Response.fromResponse(page).header("Retry-After", BUSY_SECONDS).build()))
        .onFailure()
        .recoverWithUni(this::fault);
  }

  /** The reference leads to the cause in the service's log; there may be no database to keep it. */
  private Uni<Response> fault(Throwable fault) {
    String reference = SignInReference.next();
    LOG.errorf(fault, "A page could not be made reference=%s", reference);
    return refusal(
        Response.Status.INTERNAL_SERVER_ERROR,
        new Refusal(
            PageTexts::ourFault,
            PageTexts::nothingChanged,
            "internal_error",
            Optional.of(reference),
            Optional.empty()));
  }

  private Uni<Response> show(
      Response.Status status, TemplateInstance template, FormTargets targets) {
    return render(template)
        .map(html ->
            page(status, html, targets)
                .header("Content-Security-Policy", POLICY + targets.directive())
                .build());
  }

  private Uni<String> render(TemplateInstance template) {
    return template.setLocale(languages.current().locale()).createUni();
  }

  private Response.ResponseBuilder page(Response.Status status, String html, FormTargets targets) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.status(status)
        .entity(html)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .cacheControl(never)
        .header(HttpHeaders.CONTENT_LANGUAGE, languages.current().tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY");
  }

  @CheckedTemplate(basePath = "Pages")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance signIn(
        Brand brand, String request, String remembered, String problem);

    static native TemplateInstance chooser(Brand brand, String request, List<Choice> choices);

    static native TemplateInstance post(
        Brand brand, String destination, String samlRequest, String relayState);

    static native TemplateInstance postLogout(
        Brand brand, String destination, String field, String message, String relayState);

    static native TemplateInstance refusal(
        Brand brand, String heading, String text, Refusal refusal);

    static native TemplateInstance waiting(Brand brand);

    static native TemplateInstance testResult(
        Brand brand,
        boolean passed,
        List<CheckLine> checks,
        List<ExplainedReason> reasons,
        String who);
  }
}
