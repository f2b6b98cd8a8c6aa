package dev.gatehouse.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An identity provider that passes on people of several user stores: mallory of one has the same
 * NameID as alice of another, and everything is validly signed.
 */
class QualifiedNamesTest {

  private static final String FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

  @Test
  void theSameNameInAnotherStoreIsNotTheSamePerson() {
    String alice = key("1001", Optional.empty(), Optional.empty());

    assertThat(
            List.of(
                key("1001", Optional.of("https://store.evil.example"), Optional.empty()),
                key("1001", Optional.of(""), Optional.of("https://affiliation.example")),
                key("1001", Optional.of("a"), Optional.of("b")),
                key("1001", Optional.of("ab"), Optional.empty()),
                key("1001", Optional.of("a}{b"), Optional.empty()),
                key("{a}{b}1001", Optional.empty(), Optional.empty())))
        .doesNotHaveDuplicates()
        .doesNotContain(alice);
  }

  @Test
  void qualifiersThatAddNothingChangeNobody() {
    assertThat(
            Stream.of(
                key("1001", Optional.empty(), Optional.empty()),
                key("1001", Optional.of(ResponseText.IDP), Optional.empty()),
                key("1001", Optional.empty(), Optional.of(ResponseText.SP)),
                key("1001", Optional.of(ResponseText.IDP), Optional.of(ResponseText.SP))))
        .containsOnly("1001");
  }

  private static String key(String name, Optional<String> store, Optional<String> among) {
    var text = new ResponseText();
    text.nameIdFormat = FORMAT;
    text.nameId = name;
    text.nameQualifier = store;
    text.spNameQualifier = among;
    var signed = new Signing(Judge.KEY).sign(text.response(), true, false);
    return Judge.accepted(Judge.judge(signed)).subject().subjectKey();
  }
}
