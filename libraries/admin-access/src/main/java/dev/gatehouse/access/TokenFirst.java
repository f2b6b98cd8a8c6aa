package dev.gatehouse.access;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Sends whoever has no token away before anything of the request is read: what is wrong with it is
 * no business of theirs. Concerns the resources that ask {@link Access}, themselves or through a
 * gate of their own. Permissions come later, as they depend on what the request names.
 */
@Singleton
public class TokenFirst {

  private static final ClassValue<Boolean> WANTS_TOKEN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> resource) {
          return needs(resource).anyMatch(need -> need == Access.class)
              || needs(resource).flatMap(TokenFirst::needs).anyMatch(need -> need == Access.class);
        }
      };

  private final Access access;

  TokenFirst(Access access) {
    this.access = access;
  }

  /** Runs before the resource's parameters are read; the framework calls it, so it is public. */
  @ServerRequestFilter
  public Uni<Void> requireToken(ResourceInfo resource) {
    return WANTS_TOKEN.get(resource.getResourceClass())
        ? access.withAnyToken()
        : Uni.createFrom().voidItem();
  }

  private static Stream<Class<?>> needs(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors())
        .flatMap(constructor -> Stream.of(constructor.getParameterTypes()));
  }
}
