package dev.gatehouse.sandbox.idp.provider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service provider as registered; the first ACS URL is its default. */
public record ServiceProvider(String entityId, List<AcsUrl> acsUrls, @Nullable String sloUrl) {

  /** Where answers go, with the index that a request may name it by. */
  public record AcsUrl(int index, String url) {}

  public String defaultAcsUrl() {
    return acsUrls.getFirst().url();
  }

  /** The registered address that a request asks for: by URL, by index, or neither. */
  public Optional<String> acsUrl(@Nullable String url, @Nullable String index) {
    if (url != null) {
      return acsUrls.stream().map(AcsUrl::url).filter(url::equals).findFirst();
    }
    if (index != null) {
      return acsUrls.stream()
          .filter(acs -> Integer.toString(acs.index()).equals(index))
          .map(AcsUrl::url)
          .findFirst();
    }
    return Optional.of(defaultAcsUrl());
  }
}
