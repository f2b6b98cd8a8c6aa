package dev.gatehouse.connection.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A domain as its owner last published it. */
@Entity
@Table(name = "known_domain")
public class KnownDomain {

  private static final Set<String> PROVEN = Set.of("verified", "lapsing");
  private static final Set<String> GONE = Set.of("removed", "deleted");

  @jakarta.persistence.Id @Column private String id;
  @Column private String organization;
  @Column private String status;
  @Column private @Nullable String name;

  protected KnownDomain() {}

  public String id() {
    return id;
  }

  public @Nullable String name() {
    return name;
  }

  public boolean belongsTo(String wanted) {
    return organization.equals(wanted) && !GONE.contains(status);
  }

  /** Lapsing still counts: everything works until it has lapsed. */
  public boolean isVerifiedFor(String wanted) {
    return organization.equals(wanted) && PROVEN.contains(status);
  }
}
