package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The one XML parser: UTF-8, XML 1.0, no DOCTYPE, nothing fetched, everything bounded. */
final class HardenedParser {

  private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "US-ASCII");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*[\"']([^\"']*)[\"']"
              + "(?:\\s+encoding\\s*=\\s*[\"']([^\"']*)[\"'])?.*",
          Pattern.DOTALL);

  private final ConcurrentLinkedQueue<DocumentBuilder> idle = new ConcurrentLinkedQueue<>();
  private final DocumentBuilderFactory factory;

  HardenedParser() {
    // The JDK's own, whatever else is on the class path: one parser for verifying and reading.
    factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setExpandEntityReferences(false);
    factory.setXIncludeAware(false);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(XERCES + "disallow-doctype-decl", true);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      factory.setFeature(XERCES + "dom/defer-node-expansion", false);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the XML parser cannot be hardened", e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute(JAXP + "maxElementDepth", "64");
    factory.setAttribute(JAXP + "elementAttributeLimit", "64");
  }

  /** Parses a document, or says why it is none of ours. */
  Document parse(byte[] bytes) throws Refusal {
    int start = bomLength(bytes);
    refuseOtherEncodings(bytes, start);
    if (contains(bytes, DOCTYPE)) {
      throw refused(ReasonCode.DOCTYPE_FORBIDDEN, "no DOCTYPE", "<!DOCTYPE");
    }
    var source = new InputSource(new ByteArrayInputStream(bytes, start, bytes.length - start));
    source.setEncoding("UTF-8");
    var builder = borrow();
    try {
      return builder.parse(source);
    } catch (SAXException e) {
      throw refused(codeOf(e), "well-formed XML", message(e));
    } catch (IOException e) {
      throw refused(ReasonCode.MALFORMED_XML, "UTF-8", "bytes that are not UTF-8");
    } finally {
      idle.offer(builder);
    }
  }

  private static void refuseOtherEncodings(byte[] bytes, int start) throws Refusal {
    int length = Math.min(200, bytes.length - start);
    String head = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    if (head.indexOf('\0') >= 0
        || head.startsWith("\u00fe\u00ff")
        || head.startsWith("\u00ff\u00fe")) {
      throw refused(ReasonCode.ENCODING_REFUSED, "UTF-8", "UTF-16 or UTF-32");
    }
    // Not <?xml-stylesheet …, which is a processing instruction and refused as one.
    if (!head.startsWith("<?xml") || head.startsWith("<?xml-")) {
      return;
    }
    int end = head.indexOf("?>");
    var declaration = DECLARATION.matcher(end < 0 ? head : head.substring(0, end));
    if (end < 0 || !declaration.matches()) {
      throw refused(ReasonCode.MALFORMED_XML, "an XML declaration", "something like one");
    }
    if (!declaration.group(1).equals("1.0")) {
      throw refused(ReasonCode.MALFORMED_XML, "XML 1.0", "XML " + declaration.group(1));
    }
    String encoding = declaration.group(2);
    if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
      throw refused(ReasonCode.ENCODING_REFUSED, "UTF-8", encoding);
    }
  }

  private static ReasonCode codeOf(SAXException e) {
    String message = message(e);
    if (message.contains("DOCTYPE")) {
      return ReasonCode.DOCTYPE_FORBIDDEN;
    }
    // JAXP00010001 to JAXP00010008 are the JDK's own limits.
    return message.contains("JAXP0001") ? ReasonCode.TOO_COMPLEX : ReasonCode.MALFORMED_XML;
  }

  private static String message(SAXException e) {
    String message = e.getMessage();
    return message == null ? "" : message;
  }

  private static Refusal refused(ReasonCode code, String expected, String received) {
    return Refusal.of(CheckName.XML, code, expected, received);
  }

  private static int bomLength(byte[] bytes) {
    boolean bom =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return bom ? 3 : 0;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && bytes[i + 1] == wanted[1]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private DocumentBuilder borrow() {
    var builder = idle.poll();
    if (builder != null) {
      return builder;
    }
    try {
      var fresh = factory.newDocumentBuilder();
      fresh.setErrorHandler(new Strict());
      fresh.setEntityResolver((publicId, systemId) -> {
        throw new SAXException("external entities are never read");
      });
      return fresh;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the XML parser cannot be created", e);
    }
  }

  /** Every warning is an error, and none is printed. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
