package dev.gatehouse.quickstart;

import java.io.IOException;

/** Sends the signals that Java itself cannot send. */
final class Signals {
  private Signals() {}

  static void send(StopSignal signal, long pid) {
    try {
      int status =
          new ProcessBuilder("kill", "-s", signal.id(), Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        // Already gone, or gone in a moment: whoever asked waits for the end anyway.
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
      }
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
