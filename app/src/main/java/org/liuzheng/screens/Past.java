package org.liuzheng.screens;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Field;
import org.liuzheng.register.Version;

/**
 * Everything ever known of one record up to a position: its versions as rectangles of the two
 * times, and the entries that made them.
 *
 * @param entries in ledger order
 * @param known the position up to which we look
 */
record Past(List<Version> versions, List<Entry> entries, long known) {

  static Past of(List<Version> all, List<Entry> entries, long known) {
    return new Past(
        all.stream().filter(v -> v.knownFrom() <= known).toList(),
        entries.stream().filter(e -> e.seq() < known).toList(),
        known);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What was known at a position, in order of validity. */
  List<Version> at(long position) {
    return versions.stream()
        .filter(v -> v.knownFrom() <= position && position < v.knownTo())
        .sorted(java.util.Comparator.comparing(Version::validFrom))
        .toList();
  }

  Optional<Version> at(long position, LocalDate day) {
    return at(position).stream()
        .filter(v -> !v.validFrom().isAfter(day) && day.isBefore(v.validTo()))
        .findFirst();
  }

  /** What held on the entry's day before it was known. */
  Optional<Version> before(Entry entry) {
    return at(entry.seq(), entry.validFrom());
  }

  /** What holds on the entry's day once it is known. */
  Optional<Version> after(Entry entry) {
    return at(entry.seq() + 1, entry.validFrom());
  }

  Optional<Entry> entry(long seq) {
    return entries.stream().filter(e -> e.seq() == seq).findFirst();
  }

  /** Whether something that the entry stated is still what is known. */
  boolean stands(Entry entry) {
    return switch (EntryWords.op(entry)) {
      case "withdraw" -> at(known, entry.validFrom()).isEmpty();
      default -> at(known).stream().anyMatch(v -> v.entry() == entry.seq());
    };
  }

  /** Which entry each value of a version comes from: the last that stated or changed it. */
  Map<String, Entry> sources(Version version, List<Field> fields) {
    Map<String, Entry> sources = new HashMap<>();
    fields.stream()
        .filter(f -> !version.value(f.name()).isEmpty())
        .forEach(f -> source(version, f.name()).ifPresent(e -> sources.put(f.name(), e)));
    return sources;
  }

  private Optional<Entry> source(Version version, String field) {
    Optional<Entry> stated = entry(version.entry());
    while (stated.isPresent() && !cell(stated.get(), field).isPresent()) {
      Optional<Version> before = before(stated.get());
      if (before.isEmpty() || !Objects.equals(before.get().value(field), version.value(field))) {
        return stated;
      }
      stated = entry(before.get().entry());
    }
    return stated;
  }

  /** The cell that an entry read a field from. */
  static Optional<String> cell(Entry entry, String field) {
    return entry.source() instanceof Source.Row row
        ? Optional.ofNullable(row.cells().get(field))
        : Optional.empty();
  }
}
