package dev.gatehouse.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads owners' state and the gateway's projection row by row, to compare them in full. */
final class Projections {

  private static final List<String> GATEWAY_TABLES =
      List.of(
          "access_organization", "access_membership", "projected_domain", "projected_connection");

  private Projections() {}

  /** Every projected thing: id to (epoch, version). */
  static Map<String, String> ofGateway(Gatehouse gatehouse) throws SQLException {
    return versions(gatehouse, "sso-gateway", GATEWAY_TABLES);
  }

  /** Every thing its owner holds: id to (epoch, version). */
  static Map<String, String> ofOwners(Gatehouse gatehouse) throws SQLException {
    Map<String, String> all = new TreeMap<>();
    all.putAll(versions(gatehouse, "org-service", List.of("organization", "member")));
    all.putAll(versions(gatehouse, "domain-verification-service", List.of("domain")));
    all.putAll(versions(gatehouse, "connection-service", List.of("connection")));
    return all;
  }

  static void clearGateway(Gatehouse gatehouse) throws SQLException {
    try (Connection database = gatehouse.database("sso-gateway");
        Statement statement = database.createStatement()) {
      for (String table : GATEWAY_TABLES) {
        statement.executeUpdate("delete from " + table);
      }
    }
  }

  private static Map<String, String> versions(
      Gatehouse gatehouse, String service, List<String> tables) throws SQLException {
    Map<String, String> versions = new TreeMap<>();
    try (Connection database = gatehouse.database(service);
        Statement statement = database.createStatement()) {
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("select id, epoch, version from " + table)) {
          while (row.next()) {
            versions.put(row.getString(1), row.getLong(2) + "." + row.getLong(3));
          }
        }
      }
    }
    return versions;
  }
}
