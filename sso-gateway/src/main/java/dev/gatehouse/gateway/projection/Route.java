package dev.gatehouse.gateway.projection;

import dev.gatehouse.ids.Id;

/**
 * Where an email domain leads: a live connection of the organization that holds the domain.
 *
 * @param revision the live revision
 * @param lapsed the domain's proof is gone: only people already known may sign in
 */
public record Route(Id organization, Id connection, Id revision, boolean lapsed) {}
