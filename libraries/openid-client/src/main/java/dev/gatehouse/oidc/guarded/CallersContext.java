package dev.gatehouse.oidc.guarded;

import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings an answer that several callers waited for back to each one's own Vert.x context. */
public final class CallersContext {

  private CallersContext() {}

  /** What runs tasks where the caller runs now; directly, if that is not on Vert.x. */
  public static Executor current() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(now -> task.run());
  }
}
