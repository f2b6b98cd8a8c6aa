package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.cpu.CpuWork;
import dev.gatehouse.ids.Id;
import dev.gatehouse.sealing.ToGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the key pair of a connection. The private key leaves here sealed to the gateway only. */
@ApplicationScoped
class ServiceProviderKeys {

  private static final int BITS = 2048;
  private static final int YEARS = 10;
  private static final String PREFIX = "k";

  private final CpuWork work;
  private final ToGateway gateway;
  private final Clock clock;

  ServiceProviderKeys(CpuWork work, ToGateway gateway, Clock clock) {
    this.work = work;
    this.gateway = gateway;
    this.clock = clock;
  }

  /** The one that a new connection begins with. */
  Uni<ServiceProvider.Key> generate(Id connection) {
    return work.run(() -> make(connection, 1, ServiceProvider.Standing.CURRENT));
  }

  /** The one that shall replace it. Named after the moment: no name is ever given to two keys. */
  Uni<ServiceProvider.Key> generateNext(Id connection) {
    long number = clock.instant().getEpochSecond();
    return work.run(() -> make(connection, number, ServiceProvider.Standing.NEXT));
  }

  private ServiceProvider.Key make(Id connection, long number, ServiceProvider.Standing standing)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    KeyPair pair = generator.generateKeyPair();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    X500Name name = new X500Name("CN=Gatehouse " + connection.bare());
    byte[] certificate =
        new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(1, uuidBytes(connection)).add(BigInteger.valueOf(number - 1)),
                Date.from(now),
                Date.from(end),
                name,
                pair.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
            .getEncoded();
    String id = PREFIX + number;
    String context = connection + "/sp-key/" + id;
    return new ServiceProvider.Key(
        id,
        "signing",
        standing,
        Base64.getEncoder().encodeToString(certificate),
        end,
        gateway.seal(pair.getPrivate().getEncoded(), context));
  }

  /**
   * The id is unique, which is all that a serial number must be; the numbers of later keys are far
   * from those of other connections, whose ids are random.
   */
  private static byte[] uuidBytes(Id id) {
    return java.nio.ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.uuid().getMostSignificantBits())
        .putLong(id.uuid().getLeastSignificantBits())
        .array();
  }
}
