package dev.gatehouse.quickstart;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What the command line asks for. */
record Options(Path data, int portOffset, Set<Part> parts, boolean clean, boolean help) {
  static final String USAGE =
      """
      Starts Gatehouse on this machine; Ctrl-C stops it.

        --data DIR          keep databases, topics, keys and logs here (default .gatehouse)
        --clean             start empty: delete what DIR holds first
        --port-offset N     add N to every port
        --only A,B          start only these parts
        --without A,B       leave these parts out
        --help              this text

      Parts: %s
      Variables of the environment that start with GATEHOUSE_ are passed to every service and win.
      """
          .formatted(String.join(", ", Arrays.stream(Part.values()).map(Part::id).toList()));

  private static final int HIGHEST_OFFSET = 50_000;

  static Options parse(List<String> arguments) {
    Path data = Path.of(".gatehouse");
    int offset = 0;
    Set<Part> parts = EnumSet.allOf(Part.class);
    boolean clean = false;
    boolean help = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--data" -> data = Path.of(valueOf(option, rest));
        case "--port-offset" -> offset = offset(valueOf(option, rest));
        case "--only" -> parts.retainAll(partsNamed(valueOf(option, rest)));
        case "--without" -> parts.removeAll(partsNamed(valueOf(option, rest)));
        case "--clean" -> clean = true;
        case "--help" -> help = true;
        default -> throw new Refusal("There is no option " + option + "; --help lists them.");
      }
    }
    return new Options(data.toAbsolutePath().normalize(), offset, parts, clean, help);
  }

  private static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new Refusal(option + " needs a value; --help lists the options.");
    }
    return rest.next();
  }

  private static int offset(String value) {
    try {
      int offset = Integer.parseInt(value);
      if (offset >= 0 && offset <= HIGHEST_OFFSET) {
        return offset;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, together with a number out of range.
    }
    throw new Refusal("--port-offset takes a number from 0 to " + HIGHEST_OFFSET + ".");
  }

  private static Set<Part> partsNamed(String list) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String id : list.split(",", -1)) {
      parts.add(
          Part.named(id.strip())
              .orElseThrow(() -> new Refusal("There is no part " + id + "; --help lists them.")));
    }
    return parts;
  }
}
