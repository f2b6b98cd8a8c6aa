package dev.gatehouse.elements;

import java.util.function.Consumer;

/**
 * One state of the interface that somebody may meet, and the way there on an empty stage. The way
 * is walked in English; whoever looks at it changes language, theme and width afterwards.
 *
 * @param name part and state, such as {@code domains/doubled-name}
 */
record Screen(String name, Consumer<Stage> way) {
  /** At this moment all samples are fresh. */
  static final String NOW = "2026-11-25T12:04:20Z";

  void show(Stage stage) {
    stage.page.clock().setFixedTime(NOW);
    way.accept(stage);
  }

  @Override
  public String toString() {
    return name;
  }
}
