package dev.gatehouse.quickstart;

import io.vertx.core.http.HttpServerRequest;

/** What a person sees who opens the front door without a path that a service owns. */
record FrontPage(String publicUrl, String sandboxUrl) {
  void answer(HttpServerRequest request, String path) {
    String accept = String.valueOf(request.getHeader("Accept"));
    boolean root = path.equals("/");
    if (!root && !accept.contains("text/html")) {
      Problem.NOT_FOUND.answer(request);
      return;
    }
    var unused =
        request
            .response()
            .setStatusCode(root ? 200 : 404)
            .putHeader("Content-Type", "text/html; charset=utf-8")
            .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            .end(html(root ? "Gatehouse runs here" : "Nothing is served at this path"));
  }

  /** Nothing of the request is repeated on the page. */
  private String html(String headline) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
      body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1rem }
      code { font-size: .95em }
    </style>
    <h1>%1$s</h1>
    <p>This address forwards to Gatehouse's services. For people and browsers:</p>
    <ul>
      <li><a href="%3$s/app">%3$s/app</a>: sign in from the sample application, where a sign-in begins</li>
      <li><a href="%2$s/.well-known/openid-configuration">OpenID configuration</a>: for applications</li>
      <li><a href="%3$s/">%3$s/</a>: the sandbox, with an identity provider, a DNS zone and a sample application</li>
    </ul>
    <p>The REST API is under <code>%2$s/v1/</code>; the README walks through it.</p>
    """
        .formatted(headline, publicUrl, sandboxUrl);
  }
}
