package dev.gatehouse.sandbox.idp.signin;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/** The settings in force. */
@Singleton
public final class CurrentSettings {
  private final KeptFile<IdpSettings> settings;

  CurrentSettings(KeptFiles files) {
    settings = files.open("idp-settings", new TypeReference<>() {}, () -> IdpSettings.FIRST);
  }

  public IdpSettings get() {
    return settings.get();
  }

  IdpSettings change(UnaryOperator<IdpSettings> change) {
    return settings.update(change);
  }
}
