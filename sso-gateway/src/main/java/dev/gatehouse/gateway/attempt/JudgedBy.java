package dev.gatehouse.gateway.attempt;

import java.util.List;

/**
 * What of the projection an answer was judged by, to be compared with what is there when the
 * verdict is stored.
 *
 * @param epoch and {@code version}: of the connection
 * @param emailDomains that the connection may speak for, as {@link EmailScope#HELD_BY_CONNECTION}
 *     lists them
 */
public record JudgedBy(long epoch, long version, List<String> emailDomains) {}
