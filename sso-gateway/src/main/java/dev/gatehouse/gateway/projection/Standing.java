package dev.gatehouse.gateway.projection;

/**
 * Whether an organization keeps a person out: a member whom it removed stays out until invited
 * again. Given as SQL, so that the transactions that decide read it themselves.
 */
public final class Standing {

  private Standing() {}

  /**
   * A boolean SQL expression, never null. The arguments are SQL expressions of our own, such as
   * {@code code.organization} or {@code $3}; never values.
   */
  public static String blocked(String organization, String person, String email) {
    return """
    coalesce((
      select bool_or(m.status = 'revoked') and not bool_or(m.status = 'active')
      from access_membership m
      where m.organization = %s and (m.person = %s or lower(m.email) = lower(%s))), false)
    """
        .formatted(organization, person, email);
  }
}
