/** Careful XML: parsing without DOCTYPE, building, signing with the JDK's javax.xml.crypto. */
@NullMarked
package dev.gatehouse.sandbox.idp.xml;

import org.jspecify.annotations.NullMarked;
