package dev.gatehouse.failure;

/**
 * A value of ours to carry into a field of the console.
 *
 * @param field the field's label in the console's own words
 */
public record FieldValue(String field, String value) {}
