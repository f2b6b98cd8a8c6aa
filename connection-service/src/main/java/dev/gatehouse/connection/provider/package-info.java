/** The catalogue of identity providers: data files, one per provider. */
@NullMarked
package dev.gatehouse.connection.provider;

import org.jspecify.annotations.NullMarked;
