package dev.gatehouse.sandbox.dns;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything published, and the names about which answers fail. */
@Singleton
final class Zone {
  private final KeptFile<List<Published>> records;
  private final KeptFile<Map<String, DnsFault>> faults;

  Zone(KeptFiles files) {
    records = files.open("dns-records", new TypeReference<>() {}, List::of);
    faults = files.open("dns-faults", new TypeReference<>() {}, Map::of);
  }

  List<Published> records() {
    return records.get();
  }

  Map<String, DnsFault> faults() {
    return faults.get();
  }

  void publish(Published record) {
    records.update(all -> {
      List<Published> next = new ArrayList<>(all);
      next.removeIf(r -> r.is(record.name(), record.type(), record.value()));
      next.add(record);
      return List.copyOf(next);
    });
  }

  void remove(String name, @Nullable String type, @Nullable String value) {
    records.update(
        all -> all.stream().filter(r -> !r.is(Published.written(name), type, value)).toList());
  }

  DnsFault fault(String name) {
    return faults.get().getOrDefault(Published.written(name), DnsFault.NONE);
  }

  void fail(String name, DnsFault fault) {
    faults.update(all -> {
      Map<String, DnsFault> next = new HashMap<>(all);
      if (fault == DnsFault.NONE) {
        next.remove(Published.written(name));
      } else {
        next.put(Published.written(name), fault);
      }
      return Map.copyOf(next);
    });
  }
}
