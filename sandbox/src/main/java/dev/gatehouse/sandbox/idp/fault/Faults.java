package dev.gatehouse.sandbox.idp.fault;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;

/** The fault that every answer has until another is chosen. */
@Singleton
public final class Faults {
  private final KeptFile<String> chosen;

  Faults(KeptFiles files) {
    chosen = files.open("idp-fault", new TypeReference<>() {}, Fault.NONE::code);
  }

  public Fault current() {
    return Fault.parse(chosen.get(), Fault.NONE);
  }

  void choose(Fault fault) {
    chosen.update(before -> fault.code());
  }
}
