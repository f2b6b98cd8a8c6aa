package dev.gatehouse.connection.idp;

/** Something that works but that the admin should know. */
public record Warning(String code, String text) {}
