package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which connections follow their metadata address. */
@ApplicationScoped
public class Followings implements PanacheRepositoryBase<FollowedMetadata, String> {

  private static final int PORTION = 20;

  /** Rows that another replica has in hand are left to it. */
  private static final String DUE =
      "select * from followed_metadata where next_look <= :now order by next_look limit :limit"
          + " for update skip locked";

  /** Takes those whose time has come; nobody else takes them before the interval is over. */
  public Uni<List<Id>> takeDue(Instant now, Duration interval) {
    return getSession()
        .flatMap(session ->
            session
                .createNativeQuery(DUE, FollowedMetadata.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("limit", PORTION)
                .getResultList())
        .map(due -> {
          due.forEach(row -> row.lookAgainAt(now.plus(interval)));
          return due.stream().map(FollowedMetadata::id).toList();
        });
  }

  /** Does nothing where following was switched off meanwhile. */
  public Uni<Void> looked(Id connection, Instant at, @Nullable String problem) {
    return findById(connection.toString())
        .invoke(row -> {
          if (row != null) {
            row.looked(at, problem);
          }
        })
        .replaceWithVoid();
  }

  Uni<Void> follow(Id connection, boolean wanted, Instant now) {
    return findById(connection.toString())
        .flatMap(row -> {
          if (wanted && row == null) {
            return persist(new FollowedMetadata(connection, now)).replaceWithVoid();
          }
          return !wanted && row != null ? delete(row) : Uni.createFrom().voidItem();
        });
  }

  Uni<Map<String, MetadataFollowing>> of(Collection<String> connections) {
    return list("connection in ?1", List.copyOf(connections))
        .map(rows ->
            rows.stream()
                .collect(Collectors.toMap(FollowedMetadata::connection, FollowedMetadata::value)));
  }

  Uni<Void> forget(Id connection) {
    return delete("connection", connection.toString()).replaceWithVoid();
  }
}
