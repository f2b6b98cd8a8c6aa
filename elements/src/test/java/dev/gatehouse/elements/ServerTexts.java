package dev.gatehouse.elements;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the servers say in other languages, from the files that they have. */
final class ServerTexts {
  /** Where a map of English texts and their translations is for each language. */
  private static final List<String> MAPS =
      List.of(
          "connection-service/src/main/resources/identity-providers/texts/",
          "connection-service/src/main/resources/dev/gatehouse/connection/idp/texts/",
          "libraries/failure-catalogue/src/main/resources/dev/gatehouse/failure/texts/",
          "libraries/problems/src/main/resources/dev/gatehouse/problems/texts/",
          "org-service/src/main/resources/setup/texts/");

  private static final String PAGES = "sso-gateway/src/main/resources/messages/page_";
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> texts = new HashMap<>();

  private ServerTexts(String language) {
    if (!language.equals("en")) {
      MAPS.forEach(folder -> texts.putAll(map(folder + language + ".json")));
    }
  }

  /**
   * @param language a single tag, as our stages send it
   */
  static ServerTexts in(String language) {
    return new ServerTexts(known(language));
  }

  /** A language in which there are texts. */
  static String known(String language) {
    String base = language.replaceFirst("[-,;].*", "");
    return Files.exists(Sources.of(PAGES + base + ".properties")) ? base : "en";
  }

  /** The messages of the gateway's pages. */
  static Properties pages(String language) {
    Properties messages = new Properties();
    try {
      messages.load(new StringReader(Sources.text(PAGES + known(language) + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }

  String of(String english) {
    return texts.getOrDefault(english, english);
  }

  /** All of them, to be put into a page. */
  String asJson() {
    try {
      return JSON.writeValueAsString(texts).replace("<", "\\u003c");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer with every text in it translated that is one of the servers'. */
  String json(String english) {
    try {
      return translated(JSON.readTree(english)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode translated(JsonNode node) {
    if (node instanceof TextNode text) {
      return new TextNode(of(text.textValue()));
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(translated(member.getValue())));
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, translated(array.get(i)));
      }
    }
    return node;
  }

  private static Map<String, String> map(String file) {
    try {
      return JSON.readValue(Sources.text(file), TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
