/** Test runs: real sign-ins through one revision, and what they found. */
@NullMarked
package dev.gatehouse.connection.testrun;

import org.jspecify.annotations.NullMarked;
