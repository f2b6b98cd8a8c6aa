package dev.gatehouse.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An identity provider inside the driver: every response is unique and really signed (RSA-2048,
 * SHA-256, the assertion), written straight in its exclusive-C14N form so that signing costs the
 * driver little.
 */
final class IdentityProvider {

  static final String ENTITY_ID = "https://idp.bench.example/metadata";
  static final String SSO_URL = "https://idp.bench.example/sso";

  private final KeyPair keys;
  private final String certificate;
  private final AtomicLong serial = new AtomicLong();

  IdentityProvider() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      X500Principal name = new X500Principal("CN=bench");
      Instant now = Instant.now();
      certificate =
          Base64.getEncoder()
              .encodeToString(
                  new JcaX509v3CertificateBuilder(
                          name,
                          BigInteger.ONE,
                          Date.from(now.minus(1, ChronoUnit.DAYS)),
                          Date.from(now.plus(365, ChronoUnit.DAYS)),
                          name,
                          keys.getPublic())
                      .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                      .getEncoded());
    } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Base64 DER. */
  String certificate() {
    return certificate;
  }

  String metadata() {
    return """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">\
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
    <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
    </md:KeyDescriptor>\
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>\
    </md:IDPSSODescriptor></md:EntityDescriptor>\
    """
        .formatted(ENTITY_ID, certificate, SSO_URL);
  }

  /** A response as it is posted: base64. */
  String respond(String acsUrl, String audience, String inResponseTo, String email) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant end = now.plus(5, ChronoUnit.MINUTES);
    String id = "_a" + Long.toHexString(System.nanoTime()) + "-" + serial.incrementAndGet();
    String head =
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"%s\""
                .formatted(id)
            + " IssueInstant=\"%s\" Version=\"2.0\"><saml:Issuer>%s</saml:Issuer>"
                .formatted(now, ENTITY_ID);
    String rest =
        ("<saml:Subject><saml:NameID"
                + " Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\">%1$s</saml:NameID>"
                + "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">"
                + "<saml:SubjectConfirmationData InResponseTo=\"%2$s\" NotOnOrAfter=\"%3$s\""
                + " Recipient=\"%4$s\"></saml:SubjectConfirmationData></saml:SubjectConfirmation>"
                + "</saml:Subject><saml:Conditions NotBefore=\"%5$s\" NotOnOrAfter=\"%3$s\">"
                + "<saml:AudienceRestriction><saml:Audience>%6$s</saml:Audience>"
                + "</saml:AudienceRestriction></saml:Conditions>"
                + "<saml:AuthnStatement AuthnInstant=\"%5$s\" SessionIndex=\"%7$s\">"
                + "<saml:AuthnContext><saml:AuthnContextClassRef>"
                + "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
                + "</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
                + "<saml:AttributeStatement>%8$s</saml:AttributeStatement></saml:Assertion>")
            .formatted(
                email,
                inResponseTo,
                end,
                acsUrl,
                now,
                audience,
                id,
                attribute("email", email)
                    + attribute("firstName", "Bench")
                    + attribute("lastName", "Mark")
                    + attribute("department", "Engineering")
                    + attribute("groups", "staff", "engineering", "on-call", "admins"));
    String response =
        ("<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" Destination=\"%s\""
                + " ID=\"_r%s\" InResponseTo=\"%s\" IssueInstant=\"%s\" Version=\"2.0\">"
                + "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">%s"
                + "</saml:Issuer><samlp:Status><samlp:StatusCode"
                + " Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"></samlp:StatusCode>"
                + "</samlp:Status>%s</samlp:Response>")
            .formatted(
                acsUrl, id, inResponseTo, now, ENTITY_ID, head + signature(id, head + rest) + rest);
    return Base64.getEncoder().encodeToString(response.getBytes(UTF_8));
  }

  private static String attribute(String name, String... values) {
    StringBuilder text = new StringBuilder("<saml:Attribute Name=\"" + name + "\">");
    for (String value : values) {
      text.append("<saml:AttributeValue>").append(value).append("</saml:AttributeValue>");
    }
    return text.append("</saml:Attribute>").toString();
  }

  private String signature(String id, String canonical) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      String namespace = " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
      String content =
          ("><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">"
                  + "</ds:CanonicalizationMethod><ds:SignatureMethod"
                  + " Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\">"
                  + "</ds:SignatureMethod><ds:Reference URI=\"#%s\"><ds:Transforms><ds:Transform"
                  + " Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\">"
                  + "</ds:Transform><ds:Transform"
                  + " Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>"
                  + "</ds:Transforms><ds:DigestMethod"
                  + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
                  + "<ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>")
              .formatted(id, Base64.getEncoder().encodeToString(digest));
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(keys.getPrivate());
      signer.update(("<ds:SignedInfo" + namespace + content).getBytes(UTF_8));
      return "<ds:Signature"
          + namespace
          + "><ds:SignedInfo"
          + content
          + "<ds:SignatureValue>"
          + Base64.getEncoder().encodeToString(signer.sign())
          + "</ds:SignatureValue></ds:Signature>";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
