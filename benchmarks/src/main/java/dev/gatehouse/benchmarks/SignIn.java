package dev.gatehouse.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** One person's browser, identity provider and application, for one sign-in after another. */
final class SignIn {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String VERIFIER = "v".repeat(64);
  private static final Pattern REQUEST_ID = Pattern.compile("\\sID=\"([^\"]+)\"");

  private static final Pattern ACS_URL =
      Pattern.compile("\\sAssertionConsumerServiceURL=\"([^\"]+)\"");
  private static final Pattern ISSUER = Pattern.compile("Issuer[^>]*>([^<]+)<");

  private final Product product;
  private final IdentityProvider idp;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  SignIn(Product product, IdentityProvider idp) {
    this.product = product;
    this.idp = idp;
  }

  /** Authorize, ACS, continue, token, userinfo; throws unless all of it succeeds. */
  void complete(String email) {
    URI callback = toCallback(email);
    Map<String, String> answer = query(callback);
    String code = answer.get("code");
    if (code == null) {
      throw new IllegalStateException("No code: " + callback.getQuery());
    }
    Map<String, String> form = new LinkedHashMap<>(product.tokenParameters());
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", Product.CALLBACK);
    form.put("code_verifier", VERIFIER);
    String tokens = expect(200, post(product.token(), form)).body();
    String accessToken = field(tokens, "access_token");
    HttpResponse<String> userInfo =
        send(
            HttpRequest.newBuilder(product.userInfo())
                .header("Authorization", "Bearer " + accessToken)
                .GET());
    if (!expect(200, userInfo).body().contains(email)) {
      throw new IllegalStateException("Somebody else: " + userInfo.body());
    }
  }

  /** As far as the redirect to the application, whatever it carries; null if there was a page. */
  @Nullable URI attempt(String email) {
    HttpResponse<String> end = throughIdentityProvider(authorizeUrl(email), email);
    return end == null ? null : location(end);
  }

  /** Where the very first request of a sign-in leads. */
  URI begin(String email) {
    URI next = location(get(authorizeUrl(email)));
    return next == null ? authorizeUrl(email) : next;
  }

  private URI toCallback(String email) {
    URI callback = attempt(email);
    if (callback == null) {
      throw new IllegalStateException("Refused");
    }
    return callback;
  }

  void passTest(URI startUrl, String email) {
    throughIdentityProvider(startUrl, email);
  }

  private URI authorizeUrl(String email) {
    return product.authorize(email, challenge());
  }

  private @Nullable HttpResponse<String> throughIdentityProvider(URI start, String email) {
    HttpResponse<String> toIdp = get(start);
    URI next = location(toIdp);
    for (int hop = 0; hop < 4 && next != null && !query(next).containsKey("SAMLRequest"); hop++) {
      if (query(next).containsKey("error")) {
        return toIdp;
      }
      toIdp = get(next);
      next = location(toIdp);
    }
    if (next == null) {
      return null;
    }
    Map<String, String> request = query(next);
    String asked = inflated(request.getOrDefault("SAMLRequest", ""));
    String acsUrl = first(ACS_URL, asked);
    String response = idp.respond(acsUrl, first(ISSUER, asked), first(REQUEST_ID, asked), email);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("SAMLResponse", response);
    if (request.containsKey("RelayState")) {
      form.put("RelayState", request.get("RelayState"));
    }
    HttpResponse<String> back = post(product.reached(URI.create(acsUrl)), form);
    URI further = location(back);
    while (further != null && !further.toString().startsWith(Product.CALLBACK)) {
      back = get(further);
      further = location(back);
    }
    return back;
  }

  private static String first(Pattern pattern, String xml) {
    Matcher found = pattern.matcher(xml);
    if (!found.find()) {
      throw new IllegalStateException("Not in the request: " + pattern);
    }
    return found.group(1).replace("&amp;", "&");
  }

  private static String inflated(String deflated) {
    try (var inflated =
        new InflaterInputStream(
            new ByteArrayInputStream(Base64.getDecoder().decode(deflated)), new Inflater(true))) {
      return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String field(String json, String name) {
    int at = json.indexOf("\"" + name + "\"");
    int start = json.indexOf('"', json.indexOf(':', at)) + 1;
    return json.substring(start, json.indexOf('"', start));
  }

  private HttpResponse<String> get(URI url) {
    return send(HttpRequest.newBuilder(product.reached(url)).GET());
  }

  private HttpResponse<String> post(URI url, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Json.encode(form))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      cookies.forEach((name, value) -> pairs.add(name + "=" + value));
      request.header("Cookie", String.join("; ", pairs));
    }
    try {
      HttpResponse<String> response =
          HTTP.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        if (cookie.contains("Max-Age=0")) {
          cookies.remove(pair.substring(0, equals));
        }
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(
          response.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return response;
  }

  private static @Nullable URI location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(location -> response.uri().resolve(location))
        .orElse(null);
  }

  private static Map<String, String> query(URI url) {
    Map<String, String> query = new LinkedHashMap<>();
    if (url.getRawQuery() != null) {
      for (String pair : url.getRawQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return query;
  }
}
