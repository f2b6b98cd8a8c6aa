package dev.gatehouse.access;

import dev.gatehouse.access.Memberships.KnownOrganization;
import dev.gatehouse.ids.Id;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The permission check of every admin call, reads included. It fails with the problem to answer: no
 * token 401, another organization's thing 404, no permission 403.
 */
@RequestScoped
public class Access {

  private final CurrentIdentityAssociation identity;
  private final Credentials credentials;
  private final Memberships memberships;
  private final FreshThings fresh;

  Access(
      CurrentIdentityAssociation identity,
      Credentials credentials,
      Memberships memberships,
      FreshThings fresh) {
    this.identity = identity;
    this.credentials = credentials;
    this.memberships = memberships;
    this.fresh = fresh;
  }

  /** Operators only. */
  public Uni<Caller> operator() {
    return credential()
        .map(credential ->
            switch (credential) {
              case Credential.OfOperator operator -> new Caller.Operator(operator.client());
              case Credential.OfMember member -> throw Problems.of(ProblemCode.OPERATORS_ONLY);
              case Credential.OfPlatformUser user -> throw Problems.of(ProblemCode.OPERATORS_ONLY);
            });
  }

  /** Whoever may look at the organization with one of the given permissions; operators always. */
  public Uni<Caller> toRead(Id organization, Permission... anyOf) {
    return allowed(organization, anyOf).map(Allowed::caller);
  }

  /** Like {@link #toRead}, for changes that the switch for self-serve SSO freezes. */
  public Uni<Caller> toSelfServe(Id organization, Permission... anyOf) {
    return allowed(organization, anyOf)
        .map(allowed -> {
          if (allowed.caller() instanceof Caller.Member && !allowed.organization().selfServeSso()) {
            throw Problems.of(ProblemCode.SELF_SERVE_SSO_DISABLED);
          }
          return allowed.caller();
        });
  }

  /** For changes that have nothing to do with self-serve SSO. */
  public Uni<Caller> toChange(Id organization, Permission... anyOf) {
    return toRead(organization, anyOf);
  }

  /** Any member of the organization, and operators. */
  public Uni<Caller> toBelong(Id organization) {
    return toRead(organization);
  }

  /**
   * Who calls, and until when the token is good.
   *
   * @param organization the one that the call is about, or null for the one that the token names
   */
  public Uni<Standing> whoCalls(@Nullable Id organization) {
    return presented()
        .flatMap(token ->
            switch (token.credential()) {
              case Credential.OfOperator operator ->
                  organization == null
                      ? Uni.createFrom()
                          .item(standing(new Caller.Operator(operator.client()), token))
                      : standing(token, organization);
              case Credential.OfMember member ->
                  standing(token, organization == null ? member.organization() : organization);
              case Credential.OfPlatformUser user -> {
                if (organization == null) {
                  throw Problems.of(
                      ProblemCode.INVALID_REQUEST,
                      "This token names no organization: say with organization which one.");
                }
                yield standing(token, organization);
              }
            });
  }

  /** Like {@link #toRead}, for those who go on reading for a while. */
  public Uni<Standing> toFollow(Id organization, Permission... anyOf) {
    return presented().flatMap(token -> standing(token, organization, anyOf));
  }

  private static Standing standing(Caller operator, Presented token) {
    return new Standing(
        operator, Optional.empty(), token.expiresAt(), () -> Uni.createFrom().item(operator));
  }

  private Uni<Standing> standing(Presented token, Id organization, Permission... anyOf) {
    Credential credential = token.credential();
    return allowed(credential, organization, anyOf)
        .map(allowed ->
            new Standing(
                allowed.caller(),
                Optional.of(allowed.organization()),
                token.expiresAt(),
                () -> allowed(credential, organization, anyOf).map(Allowed::caller)));
  }

  /** Whoever has a valid admin token, for what belongs to no organization. */
  public Uni<Void> withAnyToken() {
    return credential().replaceWithVoid();
  }

  private record Allowed(Caller caller, KnownOrganization organization) {}

  private Uni<Allowed> allowed(Id organization, Permission... anyOf) {
    return credential().flatMap(credential -> allowed(credential, organization, anyOf));
  }

  private Uni<Allowed> allowed(Credential credential, Id organization, Permission... anyOf) {
    return switch (credential) {
      case Credential.OfOperator operator ->
          known(organization).map(o -> new Allowed(new Caller.Operator(operator.client()), o));
      case Credential.OfMember member ->
          member.organization().equals(organization)
              ? permitted(organization, memberships.member(organization, member.member()), anyOf)
              : Uni.createFrom().failure(Problems.of(ProblemCode.NOT_FOUND));
      case Credential.OfPlatformUser user ->
          permitted(
              organization, memberships.memberByExternalId(organization, user.externalId()), anyOf);
    };
  }

  private record Presented(Credential credential, Instant expiresAt) {}

  private Uni<Credential> credential() {
    return presented().map(Presented::credential);
  }

  private Uni<Presented> presented() {
    return identity
        .getDeferredIdentity()
        .map(who ->
            who.getPrincipal() instanceof JsonWebToken token
                ? credentials
                    .read(token)
                    .map(read ->
                        new Presented(read, Instant.ofEpochSecond(token.getExpirationTime())))
                : Optional.<Presented>empty())
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(Optional.empty())
        .map(read -> read.orElseThrow(Access::unauthenticated));
  }

  /** RFC 6750 section 3: a 401 names the scheme. */
  private static HttpProblem unauthenticated() {
    return HttpProblem.builder(Problems.of(ProblemCode.UNAUTHENTICATED))
        .withHeader("WWW-Authenticate", "Bearer")
        .build();
  }

  private Uni<KnownOrganization> known(Id organization) {
    return fresh
        .await(organization, () -> memberships.organization(organization))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)));
  }

  /** Whoever is no member learns nothing, not even that the organization exists. */
  private Uni<Allowed> permitted(
      Id organization, Uni<Optional<Caller.Member>> lookUp, Permission... anyOf) {
    return known(organization)
        .flatMap(found ->
            lookUp.map(member -> {
              Caller.Member caller = member.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND));
              requireOne(caller, anyOf);
              return new Allowed(caller, found);
            }));
  }

  private static void requireOne(Caller.Member member, Permission... anyOf) {
    if (anyOf.length > 0
        && Stream.of(anyOf).noneMatch(p -> member.permissions().contains(p.key()))) {
      throw Problems.of(
          ProblemCode.PERMISSION_DENIED,
          ProblemCode.PERMISSION_DENIED.meaning(),
          Map.of("permission", anyOf[0].key()));
    }
  }
}
