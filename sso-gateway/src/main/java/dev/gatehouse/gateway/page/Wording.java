package dev.gatehouse.gateway.page;

/** Words that a page says, in whichever language it is in: {@code PageTexts::signIn}. */
@FunctionalInterface
public interface Wording {

  String in(PageTexts texts);
}
