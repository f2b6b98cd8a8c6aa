package dev.gatehouse.saml.opensaml;

import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;

/** Builds and writes OpenSAML's objects. */
final class XmlObjects {

  private XmlObjects() {}

  static <T extends XMLObject> T build(Class<T> type, QName name) {
    var builder = XMLObjectProviderRegistrySupport.getBuilderFactory().getBuilderOrThrow(name);
    return type.cast(builder.buildObject(name));
  }

  static void marshal(XMLObject object) {
    try {
      XMLObjectSupport.marshall(object);
    } catch (MarshallingException e) {
      throw new IllegalStateException("an object of ours cannot be written", e);
    }
  }

  static String text(XMLObject object) {
    marshal(object);
    var dom = object.getDOM();
    if (dom == null) {
      throw new IllegalStateException("a marshalled object has a DOM");
    }
    return SerializeSupport.nodeToString(dom);
  }
}
