/** Encryption of secrets (Tink). What is sealed to the gateway, only the gateway can open. */
@NullMarked
package dev.gatehouse.sealing;

import org.jspecify.annotations.NullMarked;
