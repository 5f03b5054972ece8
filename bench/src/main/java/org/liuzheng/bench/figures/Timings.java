package org.liuzheng.bench.figures;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
  private final Map<String, List<Long>> processor = new TreeMap<>();

  <T> T timed(String what, Supplier<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long before = threads.getCurrentThreadCpuTime();
    T result = work.get();
    long after = threads.getCurrentThreadCpuTime();
    taken.computeIfAbsent(what, w -> new ArrayList<>()).add(System.nanoTime() - start);
    processor.computeIfAbsent(what, w -> new ArrayList<>()).add(after - before);
    return result;
  }

  /** Milliseconds since {@code start}, as a whole number. */
  static long since(long start) {
    return (System.nanoTime() - start) / (long) NANOS;
  }

  double median(String what) {
    return median(taken.getOrDefault(what, List.of(0L)));
  }

  private static double median(List<Long> all) {
    List<Long> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / NANOS;
  }

  private String row(String what, List<Long> all, double base) {
    List<Long> sorted = all.stream().sorted().toList();
    double median = sorted.get(sorted.size() / 2) / NANOS;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s | %s | %s |",
        what,
        sorted.size(),
        shown(sorted.getFirst() / NANOS),
        shown(median),
        shown(sorted.get((int) ((sorted.size() - 1) * 0.95)) / NANOS),
        shown(sorted.getLast() / NANOS),
        shown(median(processor.getOrDefault(what, List.of(0L)))),
        base == 0 ? "" : shown(median / base));
  }

  private static String shown(double number) {
    return String.format(
        Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
  }

  /**
   * The median of the processor is what this thread took of it, whatever else ran on the machine.
   *
   * @param base what the last column compares medians with
   */
  String table(String base) {
    return "| | n | min ms | median | p95 | max | processor | median ÷ "
        + base
        + " |\n"
        + "|---|---|---|---|---|---|---|---|\n"
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
