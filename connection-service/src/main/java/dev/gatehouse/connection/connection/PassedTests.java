package dev.gatehouse.connection.connection;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Which revisions have passed a test. */
@ApplicationScoped
class PassedTests implements PanacheRepositoryBase<PassedTest, String> {}
