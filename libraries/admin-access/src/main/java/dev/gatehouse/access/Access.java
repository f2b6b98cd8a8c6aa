package dev.gatehouse.access;

import dev.gatehouse.access.Memberships.KnownOrganization;
import dev.gatehouse.ids.Id;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The permission check of every admin call, reads included. It fails with the problem to answer: no
 * token 401, another organization's thing 404, no permission 403.
 */
@RequestScoped
public class Access {

  private static final Set<Step> NO_STEP = Set.of();
  private static final Set<Step> ANY_STEP = EnumSet.allOf(Step.class);

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
              case Credential.OfSetupLink link -> throw Problems.of(ProblemCode.OPERATORS_ONLY);
              case Credential.OfPlatformUser user -> throw Problems.of(ProblemCode.OPERATORS_ONLY);
            });
  }

  /**
   * Whoever may look at the organization with one of the given permissions; operators always,
   * set-up links never.
   */
  public Uni<Caller> toRead(Id organization, Permission... anyOf) {
    return toRead(organization, NO_STEP, anyOf);
  }

  /** Like {@link #toRead(Id, Permission...)}, and set-up links for one of the given steps. */
  public Uni<Caller> toRead(Id organization, Set<Step> orFor, Permission... anyOf) {
    return allowed(organization, orFor, anyOf).map(Allowed::caller);
  }

  /** Like {@link #toRead}, for changes that the switch for self-serve SSO freezes. */
  public Uni<Caller> toSelfServe(Id organization, Permission... anyOf) {
    return toSelfServe(organization, NO_STEP, anyOf);
  }

  /** Like {@link #toSelfServe(Id, Permission...)}, and set-up links for one of the given steps. */
  public Uni<Caller> toSelfServe(Id organization, Set<Step> orFor, Permission... anyOf) {
    return allowed(organization, orFor, anyOf)
        .map(allowed -> {
          boolean operator = allowed.caller() instanceof Caller.Operator;
          if (!operator && !allowed.organization().selfServeSso()) {
            throw Problems.of(ProblemCode.SELF_SERVE_SSO_DISABLED);
          }
          return allowed.caller();
        });
  }

  /** For changes that have nothing to do with self-serve SSO. */
  public Uni<Caller> toChange(Id organization, Permission... anyOf) {
    return toRead(organization, anyOf);
  }

  /** Any member of the organization, whoever holds a set-up link for it, and operators. */
  public Uni<Caller> toBelong(Id organization) {
    return toRead(organization, ANY_STEP);
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
                      : standing(token, organization, NO_STEP);
              case Credential.OfMember member ->
                  standing(
                      token, organization == null ? member.organization() : organization, ANY_STEP);
              case Credential.OfSetupLink link ->
                  standing(
                      token, organization == null ? link.organization() : organization, ANY_STEP);
              case Credential.OfPlatformUser user -> {
                if (organization == null) {
                  throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.NAMES_NO_ORGANIZATION);
                }
                yield standing(token, organization, NO_STEP);
              }
            });
  }

  /** Like {@link #toRead}, for those who go on reading for a while. */
  public Uni<Standing> toFollow(Id organization, Set<Step> orFor, Permission... anyOf) {
    return presented().flatMap(token -> standing(token, organization, orFor, anyOf));
  }

  private static Standing standing(Caller operator, Presented token) {
    return new Standing(
        operator, Optional.empty(), token.expiresAt(), () -> Uni.createFrom().item(operator));
  }

  private Uni<Standing> standing(
      Presented token, Id organization, Set<Step> orFor, Permission... anyOf) {
    Credential credential = token.credential();
    return allowed(credential, organization, orFor, anyOf)
        .map(allowed ->
            new Standing(
                allowed.caller(),
                Optional.of(allowed.organization()),
                token.expiresAt(),
                () -> allowed(credential, organization, orFor, anyOf).map(Allowed::caller)));
  }

  /** Whoever has a valid admin token, for what belongs to no organization. */
  public Uni<Void> withAnyToken() {
    return credential().replaceWithVoid();
  }

  private record Allowed(Caller caller, KnownOrganization organization) {}

  private Uni<Allowed> allowed(Id organization, Set<Step> orFor, Permission... anyOf) {
    return credential().flatMap(credential -> allowed(credential, organization, orFor, anyOf));
  }

  private Uni<Allowed> allowed(
      Credential credential, Id organization, Set<Step> orFor, Permission... anyOf) {
    return switch (credential) {
      case Credential.OfOperator operator ->
          known(organization).map(o -> new Allowed(new Caller.Operator(operator.client()), o));
      case Credential.OfMember member ->
          member.organization().equals(organization)
              ? permitted(organization, memberships.member(organization, member.member()), anyOf)
              : Uni.createFrom().failure(Problems.of(ProblemCode.NOT_FOUND));
      case Credential.OfSetupLink link -> holder(link, organization, orFor);
      case Credential.OfPlatformUser user ->
          permitted(
              organization, memberships.memberByExternalId(organization, user.externalId()), anyOf);
    };
  }

  /** Where the code does not say which step it belongs to, a link gets no further. */
  private Uni<Allowed> holder(Credential.OfSetupLink link, Id organization, Set<Step> orFor) {
    if (!link.organization().equals(organization)) {
      return Uni.createFrom().failure(Problems.of(ProblemCode.NOT_FOUND));
    }
    return known(organization)
        .map(found -> {
          if (Collections.disjoint(link.steps(), orFor)) {
            throw Problems.of(ProblemCode.PERMISSION_DENIED, Detail.OTHER_STEP);
          }
          return new Allowed(
              new Caller.SetupLink(link.link(), link.organization(), link.steps()), found);
        });
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
