/**
 * Measures Gatehouse as it runs: complete sign-ins through the gateway, and how long a change takes
 * to reach it. Figures are for comparing within one run on one machine.
 */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
