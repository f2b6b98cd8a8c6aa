package dev.gatehouse.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.sealing.Seal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key on creations: within the transaction of the creation its answer is kept, so that
 * a retry gives the same answer, whatever happened to the first one on its way back. Two requests
 * with one key at a time: the second waits for the first to commit.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  IdempotencyKeys(ObjectMapper json, @Named("own") Seal seal, Clock clock) {
    this.json = json;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Runs the creation, or answers as it was answered before.
   *
   * @param session the session in whose transaction the creation happens
   * @param key the header's value, or null: then nothing is remembered
   * @param caller whose key it is; keys of different callers never meet
   * @param request what was asked, to notice a key that is used for something else
   */
  public Uni<Response> once(
      Mutiny.Session session,
      @Nullable String key,
      Caller caller,
      Object request,
      Supplier<Uni<Response>> creation) {
    if (key == null || key.isBlank()) {
      return creation.get();
    }
    String fingerprint = fingerprint(request);
    return session
        .createNativeQuery(
            "insert into idempotency_key (caller, key, fingerprint, created_at)"
                + " values (:caller, :key, :fingerprint, :now) on conflict do nothing")
        .setParameter("caller", caller.actor())
        .setParameter("key", key)
        .setParameter("fingerprint", fingerprint)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .flatMap(inserted ->
            inserted == 1
                ? creation.get().call(answer -> remember(session, key, caller, answer))
                : recall(session, key, caller, fingerprint));
  }

  /** Like the other, in a transaction of its own that the creation joins. */
  public Uni<Response> once(
      @Nullable String key, Caller caller, Object request, Supplier<Uni<Response>> creation) {
    return Panache.withTransaction(() ->
        Panache.getSession().flatMap(session -> once(session, key, caller, request, creation)));
  }

  private Uni<Integer> remember(
      Mutiny.Session session, String key, Caller caller, Response answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    byte[] body = write(answer.getEntity()).getBytes(StandardCharsets.UTF_8);
    return session
        .createNativeQuery(
            "update idempotency_key set status = :status, headers = :headers, sealed_body = :body"
                + " where caller = :caller and key = :key")
        .setParameter("status", answer.getStatus())
        .setParameter("headers", write(headers))
        .setParameter("body", seal.seal(body, context(caller, key)))
        .setParameter("caller", caller.actor())
        .setParameter("key", key)
        .executeUpdate();
  }

  private Uni<Response> recall(
      Mutiny.Session session, String key, Caller caller, String fingerprint) {
    return session
        .createNativeQuery(
            "select fingerprint, status, headers, sealed_body from idempotency_key"
                + " where caller = :caller and key = :key",
            Object[].class)
        .setParameter("caller", caller.actor())
        .setParameter("key", key)
        .getSingleResult()
        .map(row -> {
          if (!fingerprint.equals(row[0])) {
            throw Problems.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
          }
          byte[] body = seal.open((String) row[3], context(caller, key));
          Response.ResponseBuilder answer =
              Response.status((Integer) row[1])
                  .entity(new String(body, StandardCharsets.UTF_8))
                  .type(MediaType.APPLICATION_JSON_TYPE);
          readHeaders((String) row[2]).forEach(answer::header);
          return answer.build();
        });
  }

  private static String context(Caller caller, String key) {
    return "idempotency/" + caller.actor() + "/" + key;
  }

  private String fingerprint(Object request) {
    try {
      byte[] text = write(request).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private String write(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON", e);
    }
  }

  private Map<String, String> readHeaders(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (IOException e) {
      throw new IllegalStateException("Stored headers are not readable", e);
    }
  }
}
