package dev.gatehouse.connection.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

  private static final String ENTRA =
      "https://login.microsoftonline.com/6babcaad-604b-40ac-a9d7-9fd97c0b779f"
          + "/federationmetadata/2007-06/federationmetadata.xml";

  @Test
  void warnsOfEntrasMetadataOfTheWholeTenant() {
    assertThat(AddressCheck.warnings(URI.create(ENTRA)))
        .extracting(Warning::code)
        .containsExactly("tenant_wide_metadata");
    assertThat(AddressCheck.warnings(URI.create(ENTRA + "?appid=11111111"))).isEmpty();
    assertThat(AddressCheck.warnings(URI.create("https://idp.example/metadata"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/federationmetadata/2007-06/federationmetadata.xml",
        "https://login.windows.net/organizations/federationmetadata/2007-06/federationmetadata.xml",
        "https://acme-admin.okta.com/admin/app/x/instance/0oa1",
        "https://acme.okta.com/app/gatehouse/exk1/sso/saml"
      })
  void refusesAddressesThatAreKnownToBeTheWrongOnes(URI address) {
    assertThat(AddressCheck.refusal(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ENTRA,
        "https://acme.okta.com/app/exk1/sso/saml/metadata",
        "https://idp.example/common/metadata"
      })
  void letsRightOnesPass(URI address) {
    assertThat(AddressCheck.refusal(address)).isEmpty();
  }
}
