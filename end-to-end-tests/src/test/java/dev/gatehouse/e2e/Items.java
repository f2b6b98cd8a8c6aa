package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The items of a page. */
final class Items {

  private Items() {}

  static List<JsonNode> of(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.required("items").forEach(items::add);
    return items;
  }
}
