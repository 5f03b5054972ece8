package org.liuzheng.screens;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.screens.FigurePage.Past;
import org.liuzheng.screens.FigurePage.Revision;
import org.liuzheng.screens.FigurePage.Version;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** How a value stood at the positions at which it changed, and every definition it ever had. */
@Component
class FigurePasts {
  private static final int SHOWN = 8;

  /** In a larger ledger a value changes too often to be told on its own page. */
  private static final long LARGEST_LEDGER = 100_000;

  /** Nor is one of more records: its entries would be told in bunches, and could not be counted. */
  private static final long MOST_RECORDS = 3_000;

  private static final int HASH_SHOWN = 12;

  private final Figures figures;
  private final Ledger ledger;
  private final Registers registers;
  private final EntryWords words;
  private final Meanings meanings;
  private final Days days;

  FigurePasts(
      Figures figures,
      Ledger ledger,
      Registers registers,
      EntryWords words,
      Meanings meanings,
      Days days) {
    this.figures = figures;
    this.ledger = ledger;
    this.registers = registers;
    this.words = words;
    this.meanings = meanings;
    this.days = days;
  }

  Past past(Shell shell, Definition definition, Ask ask, String changes) {
    List<Run> runs =
        definition.made() instanceof Definition.Folded
                && ask.when().known() <= LARGEST_LEDGER
                && !(figures.value(ask) instanceof Value.Number n && n.rows() > MOST_RECORDS)
            ? runs(figures.changes(ask, 0))
            : List.of();
    List<Run> shown = runs.subList(Math.max(0, runs.size() - SHOWN), runs.size()).reversed();
    return new Past(
        changes,
        shown.stream().map(r -> revision(shell, definition, r, changes)).toList(),
        runs.size() > SHOWN
            ? shell.say("screens.figure.revisions_earlier", runs.size() - SHOWN)
            : "",
        versions(shell, definition.name(), ask.when().known()));
  }

  /** What one file or one entry did to a value. */
  private record Run(Optional<Entry> first, int changes, Value before, Value now) {}

  /** Entries of one file follow on each other, so that the last of a file's is found by halves. */
  private List<Run> runs(List<Figures.Change> changes) {
    if (changes.stream().anyMatch(c -> c.upTo() - c.after() > 1)) {
      return List.of();
    }
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < changes.size()) {
      Optional<Entry> first = ledger.entry(changes.get(at).after());
      int last = at;
      for (int leap = changes.size(); leap > 0; leap /= 2) {
        while (last + leap < changes.size()
            && sameFile(first, ledger.entry(changes.get(last + leap).after()))) {
          last += leap;
        }
      }
      runs.add(new Run(first, last - at + 1, changes.get(at).before(), changes.get(last).now()));
      at = last + 1;
    }
    return runs;
  }

  private static boolean sameFile(Optional<Entry> a, Optional<Entry> b) {
    return file(a).isPresent() && file(a).equals(file(b));
  }

  private static Optional<String> file(Optional<Entry> entry) {
    return entry.flatMap(
        e -> e.source() instanceof Source.Row row ? Optional.of(row.file()) : Optional.empty());
  }

  private Revision revision(Shell shell, Definition definition, Run run, String changes) {
    boolean both = run.now() instanceof Value.Number && run.before() instanceof Value.Number;
    BigDecimal more = Shown.difference(run.now(), run.before(), definition.decimals());
    boolean readable =
        run.first()
            .flatMap(e -> registers.schema(e.register()))
            .filter(s -> Reading.allowed(s, shell.visitor()))
            .isPresent();
    return new Revision(
        run.first().map(e -> days.minute(e.recordedAt())).orElse(""),
        run.first().map(e -> why(shell, e, run.changes(), readable)).orElse(""),
        run.first().filter(e -> readable).map(EntryWords::reason).orElse(""),
        run.changes() == 1 && readable
            ? run.first().map(e -> RecordLinks.entry(shell, e.seq())).orElse(changes)
            : changes,
        Shown.of(definition, run.now(), shell.lang()),
        !both || Shown.isLight(definition)
            ? ""
            : (more.signum() > 0 ? "+" : "") + Shown.number(more));
  }

  private String why(Shell shell, Entry entry, int changes, boolean readable) {
    String register =
        registers.schema(entry.register()).map(s -> shell.say(s.label())).orElse(entry.register());
    String done =
        readable
            ? words.who(shell, entry) + shell.say("screens.comma") + EntryWords.done(shell, entry)
            : shell.say("screens.causes.closed", entry.seq());
    return changes > 1
        ? shell.say("screens.figure.revision_file", register, changes)
        : entry.register().equals("pack")
            ? shell.say("screens.figure.revision_definition")
            : shell.say("screens.figure.revision_entry", register, done);
  }

  /** Those known at a position; before any was, the first ones. */
  static List<Figures.Version> known(List<Figures.Version> versions, long position) {
    long first = versions.isEmpty() ? 0 : versions.getFirst().since();
    return versions.stream().filter(v -> v.since() <= Math.max(position, first)).toList();
  }

  /** The newest first; each beside the one before it. */
  private List<Version> versions(Shell shell, String figure, long known) {
    List<Figures.Version> all = known(figures.versions(figure), known);
    long last = all.isEmpty() ? 0 : all.getLast().since();
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Figures.Version v = all.get(i);
      versions.add(
          new Version(
              known(shell, v.since()),
              v.since() == 0 || v.since() > known ? "" : RecordLinks.entry(shell, v.since() - 1),
              governs(shell, v),
              shell.say(v.note()),
              v.hash().substring(0, HASH_SHOWN),
              v.since() == last && v.until().equals(LocalDate.MAX),
              i == 0
                  ? List.of()
                  : Lines.changed(
                      text(shell, all.get(i - 1).definition()), text(shell, v.definition()))));
    }
    return versions.reversed();
  }

  private String known(Shell shell, long since) {
    return since == 0 || since == Long.MAX_VALUE
        ? shell.say("screens.version.always")
        : ledger
            .entry(since - 1)
            .map(e -> shell.say("screens.version.known", days.minute(e.recordedAt()), since - 1))
            .orElseGet(() -> shell.say("screens.version.always"));
  }

  private static String governs(Shell shell, Figures.Version v) {
    boolean first = v.from().equals(LocalDate.MIN);
    boolean last = v.until().equals(LocalDate.MAX);
    if (first) {
      return last
          ? shell.say("screens.version.all")
          : shell.say("screens.version.until", day(v.until()));
    }
    return last
        ? shell.say("screens.version.from", day(v.from()))
        : shell.say("screens.version.between", day(v.from()), day(v.until()));
  }

  private static Text day(LocalDate day) {
    return Periods.words(new Period(Period.Kind.DAY, day));
  }

  /** A definition as lines that can be compared, in the reader's language. */
  private List<String> text(Shell shell, Definition d) {
    Stream<String> words =
        Stream.of(
            shell.say(d.label()) + shell.say("screens.colon") + shell.say(d.meaning()),
            meanings.how(shell, d),
            shell.say("screens.version.shown", d.unit(), d.decimals()),
            shell.say(d.source()));
    Stream<String> made =
        d.made() instanceof Definition.Folded f
            ? Stream.concat(
                f.sql().strip().lines(), d.relations().stream().flatMap(r -> r.yaml().lines()))
            : Stream.of(d.yaml());
    return Stream.concat(words, made).filter(l -> !l.isBlank()).toList();
  }
}
