package dev.gatehouse.saml.opensaml;

/**
 * Puts this module's class loader on the thread while the libraries work: they look their parts up
 * through the thread, and with a container's loader find none, silently.
 */
final class ModuleLoader implements AutoCloseable {

  private final ClassLoader before;

  private ModuleLoader(ClassLoader before) {
    this.before = before;
  }

  static ModuleLoader enter() {
    var thread = Thread.currentThread();
    var entered = new ModuleLoader(thread.getContextClassLoader());
    thread.setContextClassLoader(ModuleLoader.class.getClassLoader());
    return entered;
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }
}
