/** The identity provider's own page, metadata and settings. */
@NullMarked
package dev.gatehouse.sandbox.idp.admin;

import org.jspecify.annotations.NullMarked;
