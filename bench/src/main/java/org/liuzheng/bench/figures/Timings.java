package org.liuzheng.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Times taken, by what took them, in the order of first mention. */
final class Timings {
  private static final double NANOS = 1e6;
  private final Map<String, List<Long>> taken = new java.util.LinkedHashMap<>();

  <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    taken.computeIfAbsent(what, w -> new ArrayList<>()).add(System.nanoTime() - start);
    return result;
  }

  /** Milliseconds since {@code start}, as a whole number. */
  static long since(long start) {
    return (System.nanoTime() - start) / (long) NANOS;
  }

  double median(String what) {
    List<Long> sorted = taken.getOrDefault(what, List.of(0L)).stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / NANOS;
  }

  private static String row(String what, List<Long> all, double base) {
    List<Long> sorted = all.stream().sorted().toList();
    double median = sorted.get(sorted.size() / 2) / NANOS;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s | %s |",
        what,
        sorted.size(),
        shown(sorted.getFirst() / NANOS),
        shown(median),
        shown(sorted.get((int) ((sorted.size() - 1) * 0.95)) / NANOS),
        shown(sorted.getLast() / NANOS),
        base == 0 ? "" : shown(median / base));
  }

  private static String shown(double number) {
    return String.format(
        Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
  }

  /**
   * @param base what the last column compares medians with
   */
  String table(String base) {
    return "| | n | min ms | median | p95 | max | median ÷ "
        + base
        + " |\n"
        + "|---|---|---|---|---|---|---|\n"
        + taken.entrySet().stream()
            .map(e -> row(e.getKey(), e.getValue(), median(base)))
            .collect(Collectors.joining("\n"));
  }

  /** The rows of this machine that are worth knowing beside a time. */
  static String memory() {
    Map<String, String> status = new TreeMap<>();
    try {
      java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
          .filter(l -> l.startsWith("VmRSS") || l.startsWith("VmHWM"))
          .forEach(l -> status.put(l.substring(0, 5), l.substring(6).strip()));
    } catch (java.io.IOException e) {
      return "not told by this system";
    }
    return status.toString();
  }
}
