/** Typed identifiers. Only the format of ids lives here, never what the things behind them are. */
@NullMarked
package dev.gatehouse.ids;

import org.jspecify.annotations.NullMarked;
