package dev.gatehouse.failure;

/** Where one of the products without a page of its own hides the setting. */
public record Hint(String product, String text) {}
