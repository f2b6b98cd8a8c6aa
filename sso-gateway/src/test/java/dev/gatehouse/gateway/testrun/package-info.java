/** Tests of test runs. */
@NullMarked
package dev.gatehouse.gateway.testrun;

import org.jspecify.annotations.NullMarked;
