package dev.gatehouse.sandbox.idp.oidc;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.person.Person;
import java.time.Instant;

/** Who said yes to what, and when. */
record Grant(AuthorizeRequest request, Person person, Fault fault, Instant at) {}
