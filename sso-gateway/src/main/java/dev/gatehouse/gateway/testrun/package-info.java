/** A sign-in that only tests: by ticket, with a report, and without anybody being signed in. */
@NullMarked
package dev.gatehouse.gateway.testrun;

import org.jspecify.annotations.NullMarked;
