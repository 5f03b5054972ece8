package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liuzheng.claim.Evidence;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Mask;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.Exhibit.Flag;
import org.liuzheng.screens.Exhibit.Line;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** Says what a claim rests on to one visitor, who is not told what is withheld from strangers. */
@Component
class Exhibits {
  private static final int MOST = 16;
  private static final int TOP = 5;
  private static final int AROUND = 2;
  private static final int MOST_MEMBERS = 40;

  private final Figures figures;
  private final Registers registers;
  private final Disclosure disclosure;
  private final RowTables tables;
  private final org.liuzheng.evidence.Evidence files;

  Exhibits(
      Figures figures,
      Registers registers,
      Disclosure disclosure,
      RowTables tables,
      org.liuzheng.evidence.Evidence files) {
    this.figures = figures;
    this.registers = registers;
    this.disclosure = disclosure;
    this.tables = tables;
    this.files = files;
  }

  Exhibit exhibit(Shell shell, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Ladder l -> ladder(shell, l);
      case Evidence.Members m -> members(shell, m);
      case Evidence.Course c -> course(shell, c);
      case Evidence.Documents d -> documents(shell, d);
    };
  }

  /** Parts as one visitor may know them. */
  private final class Named {
    private final Shell shell;
    private final Ask ask;
    private final String column;
    private final Definition definition;
    private final boolean open;
    private final Set<String> told;

    Named(Shell shell, Ask ask, String column) {
      this.shell = shell;
      this.ask = ask;
      this.column = column;
      this.definition = figures.definition(ask);
      this.open = disclosure.closed(ask, shell.visitor()).isEmpty();
      this.told = open ? Set.of() : disclosure.told(ask, column, shell.visitor());
    }

    boolean told(String key) {
      return open || told.contains(key);
    }

    String name(String key, Text otherwise) {
      if (!told(key)) {
        return Mask.WITHHELD;
      }
      String name = tables.words(shell, definition, column, key);
      return name.equals(key) ? shell.say(otherwise) : name;
    }

    String link(String key) {
      Map<String, String> where = new HashMap<>(ask.where());
      where.put(column, key);
      return told(key)
          ? Trends.link(shell, new Ask(ask.figure(), ask.unit(), ask.period(), ask.when(), where))
          : "";
    }
  }

  private Exhibit ladder(Shell shell, Evidence.Ladder ladder) {
    Named named = new Named(shell, ladder.ask(), ladder.column());
    List<Evidence.Rung> rungs = ladder.rungs();
    Optional<Value.Number> longest = longest(rungs.stream().map(Evidence.Rung::value).toList());
    List<Evidence.Rung> shown = shown(rungs);
    List<Line> lines =
        shown.stream()
            .map(r ->
                new Line(
                    String.valueOf(r.place()),
                    named.name(r.key(), r.name()),
                    named.link(r.key()),
                    named.told(r.key()) || r.ours() ? shell.say(r.shown()) : "",
                    named.told(r.key()) && isAmount(r) ? share(r.value(), longest) : 0,
                    r.ours(),
                    r.tied() ? new Flag(shell.say("screens.exhibit.tied"), "ambiguous") : Flag.NONE,
                    ""))
            .toList();
    return new Exhibit(
        shell.say("screens.exhibit.ladder"),
        shell.say("screens.exhibit.so_many", rungs.size()),
        true,
        lines,
        left(shell, rungs.size() - shown.size()),
        "");
  }

  /** A day has no length. */
  private static boolean isAmount(Evidence.Rung rung) {
    return !rung.shown().en().matches("\\d{1,2} [A-Z][a-z]+ \\d{4}");
  }

  /** All, or the first and those around ours. */
  private static List<Evidence.Rung> shown(List<Evidence.Rung> rungs) {
    if (rungs.size() <= MOST) {
      return rungs;
    }
    int ours = -1;
    for (int i = 0; i < rungs.size(); i++) {
      ours = rungs.get(i).ours() ? i : ours;
    }
    List<Evidence.Rung> shown = new ArrayList<>();
    for (int i = 0; i < rungs.size(); i++) {
      if (i < TOP || ours >= 0 && Math.abs(i - ours) <= AROUND) {
        shown.add(rungs.get(i));
      }
    }
    return shown;
  }

  private static String left(Shell shell, int count) {
    return count == 0 ? "" : shell.say("screens.exhibit.left", count);
  }

  private Exhibit members(Shell shell, Evidence.Members members) {
    Named named = new Named(shell, members.ask(), members.column());
    List<Line> lines =
        members.members().stream()
            .limit(MOST_MEMBERS)
            .map(m ->
                new Line(
                    "",
                    m.claimed() ? shell.say(m.name()) : named.name(m.key(), m.name()),
                    m.membership() == Evidence.Membership.MISSING ? "" : named.link(m.key()),
                    "",
                    0,
                    m.claimed(),
                    flag(shell, m.membership()),
                    ""))
            .toList();
    long listed =
        members.members().stream()
            .filter(m -> m.membership() != Evidence.Membership.MISSING)
            .count();
    return new Exhibit(
        shell.say("screens.exhibit.list"),
        shell.say("screens.exhibit.so_many", listed),
        false,
        lines,
        left(shell, members.members().size() - lines.size()),
        "");
  }

  private static Flag flag(Shell shell, Evidence.Membership membership) {
    return switch (membership) {
      case LISTED -> Flag.NONE;
      case MISSING -> new Flag(shell.say("screens.exhibit.missing"), "fails");
      case SURPLUS -> new Flag(shell.say("screens.exhibit.surplus"), "fails");
    };
  }

  private Exhibit course(Shell shell, Evidence.Course course) {
    List<Evidence.Bar> bars = course.bars();
    Optional<Value.Number> longest =
        longest(
            bars.stream()
                .flatMap(b -> b.value() instanceof Value.Number n ? Stream.of(n) : Stream.empty())
                .toList());
    List<Line> lines =
        bars.stream()
            .map(b ->
                new Line(
                    "",
                    shell.say(Periods.words(b.period())),
                    Trends.link(shell, course.ask().in(b.period())),
                    shell.say(b.shown()),
                    share(b.value(), longest),
                    b.period().equals(course.ask().period()),
                    Flag.NONE,
                    ""))
            .toList();
    return new Exhibit(
        shell.say("screens.exhibit.course"),
        "",
        false,
        lines,
        "",
        course.sum().map(s -> shell.say("screens.exhibit.sum", s)).orElse(""));
  }

  private Exhibit documents(Shell shell, Evidence.Documents documents) {
    return new Exhibit(
        shell.say("screens.exhibit.documents"),
        shell.say("screens.exhibit.so_many", documents.documents().size()),
        false,
        documents.documents().stream().map(d -> document(shell, d)).toList(),
        "",
        "");
  }

  private Line document(Shell shell, Evidence.Document document) {
    Optional<Schema> readable =
        registers.schema(document.register()).filter(s -> Reading.allowed(s, shell.visitor()));
    Optional<Version> version =
        readable.flatMap(s -> registers.record(s.name(), document.record(), shell.when()));
    String link =
        readable
            .map(s -> RecordLinks.recordThen(shell, shell.when().on(), s.name(), document.record()))
            .orElse("");
    Optional<Field> original =
        readable.stream()
            .flatMap(s -> s.fields().stream())
            .filter(f -> f.type() == FieldType.FILE)
            .filter(f -> version.filter(v -> !v.value(f.name()).isEmpty()).isPresent())
            .findFirst();
    boolean kept =
        original.flatMap(f -> version.flatMap(v -> files.open(v.value(f.name())))).isPresent();
    return new Line(
        "",
        shell.say(document.name()),
        link,
        "",
        0,
        false,
        original.isPresent() && !kept
            ? new Flag(shell.say("screens.exhibit.not_kept"), "not_derivable")
            : Flag.NONE,
        kept
            ? RecordLinks.record(
                shell,
                document.register(),
                document.record(),
                "file",
                original.orElseThrow().name())
            : "");
  }

  private static Optional<Value.Number> longest(List<Value.Number> values) {
    return values.stream().max((a, b) -> a.compareTo(b.numerator(), b.denominator()));
  }

  private static int share(Value value, Optional<Value.Number> longest) {
    return longest.map(l -> FigureReading.share(value, l)).orElse(0);
  }
}
