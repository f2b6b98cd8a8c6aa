/** SAML sign-in: the request, the page where one chooses a person, the signed answer. */
@NullMarked
package dev.gatehouse.sandbox.idp.signin;

import org.jspecify.annotations.NullMarked;
