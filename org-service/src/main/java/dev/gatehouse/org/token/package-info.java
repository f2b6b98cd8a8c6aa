/** Our own issuer of admin tokens: client credentials, signing keys, what verifiers need. */
@NullMarked
package dev.gatehouse.org.token;

import org.jspecify.annotations.NullMarked;
