package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known now of one record: its versions, in order of validity, without overlap. Applying an
 * operation is pure; it says which versions are no longer known and which are newly known.
 */
record Timeline(List<Version> versions) {
  static final Timeline EMPTY = new Timeline(List.of());

  /** What an operation changed. */
  record Change(List<Version> closed, List<Version> opened) {
    static final Change NONE = new Change(List.of(), List.of());
  }

  Optional<Version> at(LocalDate day) {
    return versions.stream()
        .filter(v -> !v.validFrom().isAfter(day) && day.isBefore(v.validTo()))
        .findFirst();
  }

  Optional<Version> startingOn(LocalDate day) {
    return versions.stream().filter(v -> v.validFrom().equals(day)).findFirst();
  }

  /** The values hold from {@code stated.from()} until the next start already known. */
  Change put(Stated stated) {
    Optional<Version> held = at(stated.from());
    LocalDate end =
        held.map(Version::validTo)
            .orElseGet(() ->
                versions.stream()
                    .map(Version::validFrom)
                    .filter(f -> f.isAfter(stated.from()))
                    .min(LocalDate::compareTo)
                    .orElse(Version.FOREVER));
    List<Version> opened = new ArrayList<>();
    held.filter(v -> v.validFrom().isBefore(stated.from()))
        .ifPresent(v -> opened.add(ending(v, stated.from(), stated.entry())));
    opened.add(stated.version(stated.from(), end));
    return new Change(held.stream().toList(), opened);
  }

  /** Replaces the version that starts on the day; none when there is no such version. */
  Optional<Change> correct(Stated stated) {
    return startingOn(stated.from())
        .map(v -> new Change(List.of(v), List.of(stated.version(v.validFrom(), v.validTo()))));
  }

  /** Nothing is true from the day on. */
  Change withdraw(LocalDate from, long entry) {
    List<Version> closed = versions.stream().filter(v -> v.validTo().isAfter(from)).toList();
    List<Version> opened =
        closed.stream()
            .filter(v -> v.validFrom().isBefore(from))
            .map(v -> ending(v, from, entry))
            .toList();
    return new Change(closed, opened);
  }

  /** The timeline after a change. */
  Timeline after(Change change) {
    List<Version> next = new ArrayList<>(versions);
    next.removeAll(change.closed());
    next.addAll(change.opened());
    next.sort(java.util.Comparator.comparing(Version::validFrom));
    return new Timeline(List.copyOf(next));
  }

  /** The version shortened; its values still come from the entry that stated them. */
  private static Version ending(Version v, LocalDate end, long entry) {
    return new Version(
        v.register(),
        v.record(),
        v.validFrom(),
        end,
        entry + 1,
        Long.MAX_VALUE,
        v.entry(),
        v.values());
  }

  /** What one entry states about one record. */
  record Stated(
      String register, String record, LocalDate from, long entry, Map<String, String> values) {

    Version version(LocalDate validFrom, LocalDate validTo) {
      return new Version(
          register, record, validFrom, validTo, entry + 1, Long.MAX_VALUE, entry, values);
    }
  }
}
