package dev.gatehouse.e2e;

import com.github.f4b6a3.uuid.codec.base.Base32Codec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what owners hold and what the gateway projects, row by row, to compare them in full. */
final class Projections {

  /** Things of one kind in one database: the query gives id, version and the state that decides. */
  private record Held(String service, String prefix, String query) {}

  private static final List<Held> BY_OWNERS =
      List.of(
          new Held("org-service", "org_", "select id, version, deleted::text from organization"),
          new Held("org-service", "mem_", "select id, version, lower(status) from member"),
          new Held("domain-verification-service", "dom_", "select id, version, status from domain"),
          new Held(
              "connection-service",
              "con_",
              "select id, version, coalesce(live, deleted::text) from connection"));

  private static final List<Held> BY_GATEWAY =
      List.of(
          new Held(
              "sso-gateway", "org_", "select id, version, deleted::text from access_organization"),
          new Held("sso-gateway", "mem_", "select id, version, status from access_membership"),
          new Held("sso-gateway", "dom_", "select id, version, status from domain"),
          new Held(
              "sso-gateway",
              "con_",
              "select id, version, coalesce(live_revision, (status = 'deleted')::text)"
                  + " from connection"));

  private static final List<String> GATEWAY_TABLES =
      List.of("access_organization", "access_membership", "domain", "connection", "revision");

  private Projections() {}

  /** Everything the gateway projects: id to version and state. */
  static Map<String, String> ofGateway(Gatehouse gatehouse) throws SQLException {
    return read(gatehouse, BY_GATEWAY);
  }

  /** Everything the owners hold: id to version and state. */
  static Map<String, String> ofOwners(Gatehouse gatehouse) throws SQLException {
    return read(gatehouse, BY_OWNERS);
  }

  static void clearGateway(Gatehouse gatehouse) throws SQLException {
    try (Connection database = gatehouse.database("sso-gateway");
        Statement statement = database.createStatement()) {
      for (String table : GATEWAY_TABLES) {
        statement.executeUpdate("delete from " + table);
      }
    }
  }

  private static Map<String, String> read(Gatehouse gatehouse, List<Held> all) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    for (Held held : all) {
      try (Connection database = gatehouse.database(held.service());
          Statement statement = database.createStatement();
          ResultSet row = statement.executeQuery(held.query())) {
        while (row.next()) {
          Object id = row.getObject(1);
          String written =
              id instanceof UUID uuid
                  ? held.prefix() + Base32Codec.INSTANCE.encode(uuid)
                  : String.valueOf(id);
          found.put(written, row.getLong(2) + " " + row.getString(3));
        }
      }
    }
    return found;
  }
}
