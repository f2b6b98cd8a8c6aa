package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time and memory of processes, from /proc (Linux), children included. */
final class Cpu {

  private static final double MILLIS_PER_TICK = 10;

  private Cpu() {}

  /** CPU milliseconds that the process and its descendants, dead or alive, have used. */
  static double millis(long pid) {
    double total = 0;
    for (long each : withDescendants(pid)) {
      try {
        String stat = Files.readString(Path.of("/proc/" + each + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        // utime, stime, and those of reaped children: fields 14 to 17 of proc(5).
        for (int field = 11; field <= 14; field++) {
          total += Long.parseLong(fields[field]) * MILLIS_PER_TICK;
        }
      } catch (IOException e) {
        // It ended meanwhile; its parent has its time among the reaped.
      }
    }
    return total;
  }

  /** CPU milliseconds that this process has used. */
  static double ownMillis() {
    return millis(ProcessHandle.current().pid());
  }

  static long residentMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<Long> withDescendants(long pid) {
    return ProcessHandle.of(pid)
        .map(process ->
            Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList())
        .orElse(List.of());
  }
}
