package dev.gatehouse.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Finds what is on a page as a screen reader names it, and nothing by how it is built. */
final class Roles {

  private Roles() {}

  static Locator button(Page page, String name) {
    return find(page, AriaRole.BUTTON, name);
  }

  static Locator field(Page page, String name) {
    return find(page, AriaRole.TEXTBOX, name);
  }

  static Locator find(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator find(Locator within, AriaRole role, String name) {
    return within.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The looks at DNS back off, and news from other services take a moment. */
  static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);
  }
}
