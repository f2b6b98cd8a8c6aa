package dev.gatehouse.sandbox.dns;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

@QuarkusTest
class DnsTest {
  @Test
  void aPublishedTxtRecordIsAnsweredOverUdpAndTcp() throws Exception {
    publish("_gatehouse-challenge.acme.example", "TXT", "gatehouse-domain-verification=abc");

    for (boolean tcp : List.of(false, true)) {
      Message answer = ask("_Gatehouse-Challenge.acme.example", Type.TXT, tcp);
      assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
      assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
      assertThat(texts(answer)).containsExactly("gatehouse-domain-verification=abc");
    }
  }

  @Test
  void whatIsNotPublishedDoesNotExistAndTheZoneSaysSo() throws Exception {
    Message answer = ask("nothing.here.unknown.example", Type.TXT, false);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(answer.getSection(Section.AUTHORITY).getFirst()).isInstanceOf(SOARecord.class);
    assertThat(answer.getSection(Section.AUTHORITY).getFirst().getName())
        .hasToString("unknown.example.");
  }

  @Test
  void anotherTypeOrANameInBetweenIsNoDataRatherThanNoName() throws Exception {
    publish("deep.between.nodata.example", "A", "192.0.2.1");

    for (String name : List.of("deep.between.nodata.example", "between.nodata.example")) {
      Message answer = ask(name, Type.TXT, false);
      assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
      assertThat(answer.getSection(Section.ANSWER)).isEmpty();
      assertThat(answer.getSection(Section.AUTHORITY)).hasSize(1);
    }
  }

  @Test
  void aZoneHasNameServers() throws Exception {
    assertThat(ask("acme.example", Type.NS, false).getSection(Section.ANSWER)).hasSize(1);
    assertThat(ask("acme.example", Type.SOA, false).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void anAliasIsFollowed() throws Exception {
    publish("alias.acme.example", "CNAME", "target.other.example.");
    publish("target.other.example", "TXT", "found");

    assertThat(texts(ask("alias.acme.example", Type.TXT, false))).containsExactly("found");
  }

  @Test
  void aLongAnswerIsCutOverUdpAndWholeOverTcp() throws Exception {
    for (int i = 0; i < 4; i++) {
      publish("long.acme.example", "TXT", i + "x".repeat(300));
    }
    SimpleResolver onlyUdp = resolver(false);
    onlyUdp.setIgnoreTruncation(true);

    Message cut = onlyUdp.send(query("long.acme.example", Type.TXT));
    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    Message whole = ask("long.acme.example", Type.TXT, true);
    assertThat(whole.getSection(Section.ANSWER)).hasSize(4);
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(((TXTRecord) whole.getSection(Section.ANSWER).getFirst()).getStrings()).hasSize(2);
  }

  @Test
  void aRemovedRecordIsGone() throws Exception {
    publish("short.lived.example", "TXT", "a \"quoted\" \\ value");
    assertThat(texts(ask("short.lived.example", Type.TXT, false)))
        .containsExactly("a \\\"quoted\\\" \\\\ value");

    given().delete("/dns/records?name=short.lived.example&type=TXT").then().statusCode(204);

    assertThat(ask("short.lived.example", Type.TXT, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void aNameFailsOnDemand() throws Exception {
    publish("failing.acme.example", "TXT", "value");
    fail("failing.acme.example", "servfail");
    assertThat(ask("failing.acme.example", Type.TXT, false).getRcode()).isEqualTo(Rcode.SERVFAIL);

    fail("failing.acme.example", "timeout");
    assertThatThrownBy(() -> ask("failing.acme.example", Type.TXT, false))
        .isInstanceOf(IOException.class);

    fail("failing.acme.example", "none");
    assertThat(texts(ask("failing.acme.example", Type.TXT, true))).containsExactly("value");
  }

  @Test
  void thePageListsWhatIsPublished() {
    given()
        .redirects()
        .follow(false)
        .formParam("name", "form.acme.example")
        .formParam("value", "by form")
        .post("/dns/records")
        .then()
        .statusCode(303);
    given()
        .accept(ContentType.HTML)
        .get("/dns")
        .then()
        .body(containsString("by form"), containsString("pretend DNS provider"));
  }

  @Test
  void nonsenseIsRefused() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "a.example", "type", "A", "value", "not an address"))
        .post("/dns/records")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static void publish(String name, String type, String value) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "type", type, "value", value))
        .post("/dns/records")
        .then()
        .statusCode(201);
  }

  private static void fail(String name, String fault) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "fault", fault))
        .post("/dns/faults")
        .then()
        .statusCode(200);
  }

  private static Message ask(String name, int type, boolean tcp) throws IOException {
    return resolver(tcp).send(query(name, type));
  }

  private static Message query(String name, int type) throws IOException {
    return Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
  }

  private static SimpleResolver resolver(boolean tcp) throws IOException {
    var resolver = new SimpleResolver("127.0.0.1");
    resolver.setPort(19053);
    resolver.setTCP(tcp);
    resolver.setEDNS(-1);
    resolver.setTimeout(Duration.ofMillis(1500));
    return resolver;
  }

  private static List<String> texts(Message answer) {
    return answer.getSection(Section.ANSWER).stream()
        .filter(TXTRecord.class::isInstance)
        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
        .toList();
  }
}
