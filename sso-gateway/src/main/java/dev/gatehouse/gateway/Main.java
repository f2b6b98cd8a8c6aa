package dev.gatehouse.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. Public, because the packaged runner calls it from outside. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... arguments) {
    // Else every stage of every answer captures and restores the contexts of CDI and JTA. A
    // request's
    // context is on its Vert.x context here, and nothing uses JTA.
    System.setProperty("mutiny.disableCallBackDecorators", "true");
    Quarkus.run(arguments);
  }
}
