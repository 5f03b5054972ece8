package org.liuzheng.figure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;

/** The figures of this district, on any day, as known at any position. */
public interface Figures {
  /** The register that says which unit belongs to which; every value of a unit rests on it. */
  String UNITS = "unit";

  /** Makes these definitions the district's, at whatever position it is asked. */
  void install(List<Definition> definitions);

  /**
   * Makes these the district's, the last of them its present ones. What is asked as known at a
   * position is answered by the edition known there.
   *
   * @param editions by the position from which they are known
   */
  void install(SortedMap<Long, Edition> editions);

  /**
   * The figures as they would be if these had always been the district's definitions. Records are
   * only read; what is kept for the present definitions is used where it counts the same.
   *
   * @param within how long it may take from now on, all answers together; what takes longer throws
   *     {@link org.springframework.dao.QueryTimeoutException}
   */
  Figures trial(Edition draft, Duration within);

  /** The present definitions. */
  List<Definition> definitions();

  Optional<Definition> definition(String figure);

  /** The definition that governs what is asked. */
  Definition definition(Ask ask);

  /** Every definition a figure had, in order of knowing, then of validity. */
  List<Version> versions(String figure);

  /**
   * The position as of which what makes a figure fast is being computed anew. Meanwhile its values
   * are computed from the records: as right and as new as ever, and slower.
   */
  Optional<Long> recomputing(String figure);

  Value value(Ask ask);

  /** The values of a wall, a table or a report at once, in the order of the asks. */
  List<Value> values(List<Ask> asks);

  default Value value(String figure, String unit, Period period, When when) {
    return value(new Ask(figure, unit, period, when, Map.of()));
  }

  /** What the value shall reach; empty where nothing says it for what is asked. */
  default Optional<Value.Number> target(Ask ask) {
    return definition(ask).standards().target().flatMap(m -> Marks.value(this, ask, m));
  }

  /** What the value must not fall short of; empty where nothing says it for what is asked. */
  default Optional<Value.Number> floor(Ask ask) {
    return definition(ask).standards().floor().flatMap(m -> Marks.value(this, ask, m));
  }

  /** How many have reported of those who shall; empty where nobody counts them. */
  default Optional<Completeness> completeness(Ask ask) {
    return definition(ask).standards().reporters().flatMap(r -> Marks.completeness(this, ask, r));
  }

  /** A page of the rows that the value is folded from, through steps down to records. */
  default Rows rows(Ask ask, int page, int size) {
    return rows(ask, page, size, Mask.NONE);
  }

  /** The same with the texts that the mask withholds replaced by {@link Mask#WITHHELD}. */
  Rows rows(Ask ask, int page, int size, Mask mask);

  /** The figures that read records on which this one stands; itself when it reads them. */
  default List<Definition> leaves(String figure) {
    return definition(figure)
        .map(d ->
            switch (d.made()) {
              case Definition.Folded f -> List.of(d);
              case Definition.Stepped s ->
                  Steps.bases(s).stream().flatMap(b -> leaves(b).stream()).distinct().toList();
            })
        .orElse(List.of());
  }

  /** The same by the definitions that govern what is asked. */
  List<Definition> leaves(Ask ask);

  /** Columns of the rows of a figure, through its steps, to the register whose record they name. */
  default Map<String, String> links(String figure) {
    return definition(figure)
        .map(d ->
            switch (d.made()) {
              case Definition.Folded f -> f.links();
              case Definition.Stepped s -> {
                Map<String, String> links = new HashMap<>();
                Steps.bases(s).forEach(b -> links.putAll(links(b)));
                yield links;
              }
            })
        .orElse(Map.of());
  }

  /**
   * How many of the rows that are counted name this record, in each period from {@code from} to the
   * one asked for in which any does. A step has no rows of its own and counts nothing.
   */
  Map<Period, Long> naming(Ask ask, Period from, String register, String record);

  /** The value in each period from {@code from} to {@code ask.period()}. */
  List<Point> series(Ask ask, Period from);

  /**
   * What changed the value since a position, in the order of the ledger. Each change is told by the
   * entries between two positions; the values follow on each other, so that the differences add up.
   *
   * @param since a position before {@code ask.when().known()}
   */
  List<Change> changes(Ask ask, long since);

  /** The value of every unit that has one, best first; ties share a rank. */
  List<Standing> ranking(Ask ask);

  /** Who has a value that a rank, or the rank below a streak, leaves out, in the units' order. */
  List<TooFew> tooFew(Ask ask);

  /** The periods that a streak's value is made of. */
  Run run(Ask ask);

  /** The value broken down by one of the definition's {@code by} columns, largest first. */
  List<Part> breakdown(Ask ask, String column);

  /**
   * @param columns in the order of the definition's select
   * @param rows column to text; a column in {@code Folded.links} holds a record id
   * @param total rows in all
   * @param refolded the fold of all rows, computed apart from the value; equal to it by promise
   */
  record Rows(
      Definition definition,
      List<String> columns,
      List<Map<String, String>> rows,
      long total,
      Value refolded) {}

  /**
   * @param definition hash of the definition that governs it; where it changes, a series breaks
   */
  record Point(Period period, Value value, String definition) {}

  /**
   * A definition in two times.
   *
   * @param hash over the definition and all it stands on
   * @param since the position from which it is known
   * @param from the first day of a period that it governs; the first of all days when none was
   *     before it
   * @param until the last such day; the last of all days when none comes after it
   * @param note why another comes after it; empty when none does
   */
  record Version(
      Definition definition, String hash, long since, LocalDate from, LocalDate until, Text note) {}

  /**
   * @param after the position before
   * @param upTo the position after: entries {@code after} … {@code upTo - 1} made the change
   */
  record Change(long after, long upTo, Value before, Value now) {}

  /**
   * @param unit code of the unit, @param name its name as known then
   */
  record Standing(int rank, boolean tied, String unit, String name, Value.Number value) {}

  /**
   * @param value of the figure that is ranked
   * @param why what the unit lacks
   */
  record TooFew(String unit, String name, Value.Number value, Text why) {}

  /**
   * @param periods from the first that counts to the asked one; none where the run has none
   * @param length how many of them count: some may have been passed over
   * @param ended the period before, in which it was not so
   */
  record Run(List<Period> periods, int length, Period ended) {}

  record Part(String key, Value value) {}
}
