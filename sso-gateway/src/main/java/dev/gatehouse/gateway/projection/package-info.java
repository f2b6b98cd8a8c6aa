/**
 * What the gateway knows of organizations, members, domains and connections: enough to sign people
 * in while everything else is down.
 */
@NullMarked
package dev.gatehouse.gateway.projection;

import org.jspecify.annotations.NullMarked;
