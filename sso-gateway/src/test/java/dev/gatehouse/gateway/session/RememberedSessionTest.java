package dev.gatehouse.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RememberedSessionTest {

  private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

  @Inject Customers customers;
  @Inject Database database;
  @Inject IdpSessions sessions;
  @Inject ForgetDueSessions forget;

  @Test
  void whatTheIdentityProviderCallsItIsKeptSealed() {
    TestConnection acme = customers.active();
    Session alice = Product.register(Map.of()).signIn(acme, "alice");

    String sealed = kept("idp_session", alice.sid()).getFirst();

    Id signIn = Id.parse(IdKind.SIGN_IN, alice.sid());
    assertThat(sessions.open(signIn, sealed))
        .isEqualTo(IdpSession.saml("alice-1", PERSISTENT, "_s1"));
    assertThat(kept("row_to_json(s)::text", alice.sid()).getFirst())
        .contains(alice.person(), acme.id().toString(), alice.product().id())
        .doesNotContain("alice-1", "_s1", "@");
  }

  @Test
  void theSamePersonIsFoundByTheNameThatTheIdentityProviderUses() {
    TestConnection acme = customers.active();
    TestConnection other = customers.active();
    Product product = Product.register(Map.of());
    Session alice = product.signIn(acme, "alice");
    Session namesake = product.signIn(other, "alice");

    assertThat(
            database.texts(
                "select id from application_session where idp_session_key = $1",
                sessions.key(acme.id(), "alice-1")))
        .containsExactly(alice.sid())
        .doesNotContain(namesake.sid());
  }

  @Test
  void aCodeThatNobodyRedeemsLeavesNothing() {
    TestConnection acme = customers.active();
    Product.register(Map.of()).code(acme, "alice", answer -> {});

    assertThat(
            database.texts("select id from application_session where connection = $1", acme.id()))
        .isEmpty();
  }

  @Test
  void oldOnesAreForgotten() {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    Session old = product.signIn(acme, "alice");
    Session fresh = product.signIn(acme, "alice");
    database.texts(
        "update application_session set at = at - interval '31 days' where id = $1 returning id",
        old.sid());

    forget.forget().await().atMost(Duration.ofSeconds(10));

    assertThat(kept("id", old.sid())).isEmpty();
    assertThat(kept("id", fresh.sid())).containsExactly(fresh.sid());
  }

  private List<String> kept(String what, String sid) {
    return database.texts("select " + what + " from application_session s where id = $1", sid);
  }
}
