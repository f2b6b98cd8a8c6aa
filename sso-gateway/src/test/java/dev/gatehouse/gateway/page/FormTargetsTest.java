package dev.gatehouse.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FormTargetsTest {

  @Test
  void aPageWithoutFormPostsNowhere() {
    assertThat(FormTargets.none().directive()).isEqualTo("form-action 'none'");
  }

  @Test
  void aFormMayEndAtAnyIdentityProvider() {
    assertThat(FormTargets.leadingTo(URI.create("https://app.example/cb")).directive())
        .isEqualTo("form-action 'self' https:");
  }

  @Test
  void aFormMayEndAtANativeApplicationOrOneInDevelopment() {
    assertThat(FormTargets.leadingTo(URI.create("com.example.app:/cb")).directive())
        .isEqualTo("form-action 'self' https: com.example.app:");
    assertThat(FormTargets.leadingTo(URI.create("http://127.0.0.1:9090/cb")).directive())
        .isEqualTo("form-action 'self' https: http:");
  }
}
