/** A DNS server that answers for every name, with the records published through it. */
@NullMarked
package dev.gatehouse.sandbox.dns;

import org.jspecify.annotations.NullMarked;
