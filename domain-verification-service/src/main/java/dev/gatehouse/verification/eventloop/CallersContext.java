package dev.gatehouse.verification.eventloop;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Goes on where the caller was: a database session is bound to its Vert.x context. */
public final class CallersContext {

  private CallersContext() {}

  /** Whatever thread the work ends on, its item arrives on the context of who subscribed. */
  public static <T> Uni<T> returning(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Context context = Vertx.currentContext();
          return context == null
              ? work.get()
              : work.get().emitOn(task -> context.runOnContext(nothing -> task.run()));
        });
  }
}
