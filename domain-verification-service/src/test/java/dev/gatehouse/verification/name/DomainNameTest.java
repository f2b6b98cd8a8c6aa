package dev.gatehouse.verification.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @CsvSource({
    "acme.com, acme.com",
    "' acme.com ', acme.com",
    "ACME.Com, acme.com",
    "acme.com., acme.com",
    "@acme.com, acme.com",
    "https://acme.com, acme.com",
    "https://www.acme.com/login?x=1#top, www.acme.com",
    "http://acme.com:8080/, acme.com",
    "acme.com/path, acme.com",
    "eng.acme.co.uk, eng.acme.co.uk",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, xn--bcher-kva.example",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "faß.example, xn--fa-hia.example",
    "例え。テスト, xn--r8jz45g.xn--zckzah",
    "ａｃｍｅ.com, acme.com",
    "acme.test, acme.test",
    "acme.github.io, acme.github.io"
  })
  void readsWhatPeopleType(String typed, String name) {
    assertThat(DomainName.read(typed)).isEqualTo(new ReadName.Readable(new DomainName(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "acme",
        "acme..com",
        "acme.com..",
        ".acme.com",
        "acme com",
        "jane@acme.com",
        "user@victim.com@evil.com",
        "https://user@evil.com/",
        "acme_mail.com",
        "*.acme.com",
        "-acme.com",
        "acme-.com",
        "acme\u0000.com",
        "acme.com\\@evil.com",
        "xn--zzzzzz99999999.com",
        "192.168.0.1",
        "https://192.168.0.1/",
        "[2001:db8::1]",
        "acme.1",
        "acme.0x7f",
        "acme.localhost",
        "acme.invalid",
        "printer.local",
        "1.168.192.in-addr.arpa",
        "a234567890123456789012345678901234567890123456789012345678901234.com"
      })
  void refusesWhatIsNoDomain(String typed) {
    assertThat(DomainName.read(typed)).isInstanceOf(ReadName.NotADomain.class);
  }

  @Test
  void refusesWhatIsLongerThanDnsAllows() {
    String label = "a".repeat(60) + ".";
    assertThat(DomainName.read(label.repeat(5) + "com")).isInstanceOf(ReadName.NotADomain.class);
    assertThat(DomainName.read("a.".repeat(2_000))).isInstanceOf(ReadName.NotADomain.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com",
        "co.uk",
        "CO.UK.",
        "github.io",
        "公司.cn",
        "xn--55qx5d.cn",
        "acme.kawasaki.jp",
        "s3.amazonaws.com",
        "azurewebsites.net"
      })
  void refusesPublicSuffixesPrivateOnesToo(String typed) {
    assertThat(DomainName.read(typed)).isEqualTo(new ReadName.PublicSuffix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gmail.com", "GoogleMail.com", "outlook.com.", "@qq.com", "web.de", "proton.me"})
  void refusesConsumerMailDomains(String typed) {
    assertThat(DomainName.read(typed)).isEqualTo(new ReadName.ConsumerMailDomain());
  }

  @Test
  void refusesTheSharedNameOfAWorkSuite() {
    assertThat(DomainName.read("onmicrosoft.com")).isNotInstanceOf(ReadName.Readable.class);
  }

  @Test
  void showsUnicodeToPeople() {
    assertThat(new DomainName("xn--bcher-kva.example").display()).isEqualTo("bücher.example");
  }

  @Test
  void showsTheALabelWhereScriptsAreMixed() {
    // "аpple.com" whose first letter is Cyrillic.
    assertThat(new DomainName("xn--pple-43d.com").display()).isEqualTo("xn--pple-43d.com");
  }

  @Test
  void everySpellingOfADomainIsOneName() {
    assertThat(DomainName.read("Bücher.Example."))
        .isEqualTo(DomainName.read("https://xn--bcher-kva.example/"));
  }
}
