package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.AcceptedShapes;
import dev.gatehouse.saml.fixtures.AcceptedShapes.Encrypted;
import dev.gatehouse.saml.fixtures.AcceptedShapes.NameIdFormat;
import dev.gatehouse.saml.fixtures.AcceptedShapes.Names;
import dev.gatehouse.saml.fixtures.AcceptedShapes.Posted;
import dev.gatehouse.saml.fixtures.AcceptedShapes.Shape;
import dev.gatehouse.saml.fixtures.AcceptedShapes.Signed;
import dev.gatehouse.saml.fixtures.TestKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The matrix: signing × encryption × number of keys × form field × NameID format × attribute names.
 */
class AcceptedShapesTest {

  @Test
  void everyLegitimateShapeIsAcceptedWithItsSubject() {
    var shapes = AcceptedShapes.all();
    // 3 × 8 less the two of CBC outside a signed response, × 3 × 2 × 3 × 5.
    assertThat(shapes).hasSize(22 * 90);

    for (Shape shape : shapes) {
      var subject = accepted(shape.fixture().judged()).subject();
      assertThat(subject.subjectKey()).as("%s", shape).isEqualTo(shape.id().value);
      assertThat(subject.nameId()).as("%s", shape).contains(shape.id().value);
      assertThat(subject.nameIdFormat()).as("%s", shape).contains(shape.id().uri);
      assertThat(subject.email()).as("%s", shape).contains(AcceptedShapes.EMAIL);
      assertThat(subject.givenName()).as("%s", shape).contains("Alice");
      assertThat(subject.familyName()).as("%s", shape).contains("Liddell");
      assertThat(subject.groups()).as("%s", shape).containsExactly("engineering", "admins");
    }
  }

  @Test
  void theSameShapesAreRefusedWhereTheirKeyIsNotTrusted() {
    for (Shape shape : AcceptedShapes.sample()) {
      rejected(
          shape.fixture().trusting(TestKey.rsa("previous")).judged(), ReasonCode.SIGNATURE_INVALID);
    }
  }

  @Test
  void theSampleStillHoldsEveryValueOfEveryDimension() {
    List<Shape> sample = AcceptedShapes.sample();

    assertThat(sample).extracting(Shape::signed).contains(Signed.values());
    assertThat(sample).extracting(Shape::encrypted).contains(Encrypted.values());
    assertThat(sample).extracting(Shape::keys).contains(1, 2, 3);
    assertThat(sample).extracting(Shape::posted).contains(Posted.values());
    assertThat(sample).extracting(Shape::id).contains(NameIdFormat.values());
    assertThat(sample).extracting(Shape::names).contains(Names.values());
  }
}
