package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostedFormTest {

  @Test
  void readsTheTwoFields() {
    PostedForm form = PostedForm.read("SAMLResponse=YQ%3D%3D&x=1&RelayState=sgn_a");

    assertThat(form.samlResponse()).contains("YQ==");
    assertThat(form.relayState()).contains("sgn_a");
  }

  @Test
  void readsNeitherOfTwoFieldsWithOneName() {
    assertThat(PostedForm.read("SAMLResponse=a&SAMLResponse=b").samlResponse()).isEmpty();
  }

  @Test
  void readsNothingFromNothing() {
    PostedForm form = PostedForm.read("");

    assertThat(form.samlResponse()).isEmpty();
    assertThat(form.relayState()).isEmpty();
    assertThat(PostedForm.read("RelayState=%zz").relayState()).isEmpty();
    assertThat(PostedForm.read("xSAMLResponse=a").samlResponse()).isEmpty();
  }
}
