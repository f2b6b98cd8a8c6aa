package dev.gatehouse.connection.activation;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The organization's switch, read in the transaction that decides. */
@ApplicationScoped
class SelfServeSwitch {

  /** Off where the organization is unknown or deleted. */
  Uni<Boolean> isOn(Id organization) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "select self_serve_sso from access_organization"
                        + " where id = :id and not deleted",
                    Boolean.class)
                .setParameter("id", organization.toString())
                .getResultList())
        .map(rows -> rows.contains(true));
  }
}
