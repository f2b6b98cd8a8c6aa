package dev.gatehouse.quickstart;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** The front door's own answers as problem documents (RFC 9457). */
enum Problem {
  BAD_PATH(400, "bad_path", "The path is not in its plain form"),
  NOT_FOUND(404, "not_found", "Nothing is served at this path");

  static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE = "urn:gatehouse:problem:";

  private final int status;
  private final String code;
  private final String title;

  Problem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  void answer(HttpServerRequest request) {
    var unused =
        request
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", MEDIA_TYPE)
            .end(document(status, code, title).encode());
  }

  static JsonObject unavailable(String service) {
    return document(503, "service_unavailable", service + " does not answer")
        .put("detail", "Its log is in the data directory, logs/" + service + ".log.")
        .put("service", service);
  }

  private static JsonObject document(int status, String code, String title) {
    return new JsonObject()
        .put("type", TYPE + code)
        .put("title", title)
        .put("status", status)
        .put("code", code);
  }
}
