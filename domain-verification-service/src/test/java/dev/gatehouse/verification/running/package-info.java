/** What the tests of the running service share: a name server, organizations, the API's client. */
@NullMarked
package dev.gatehouse.verification.running;

import org.jspecify.annotations.NullMarked;
