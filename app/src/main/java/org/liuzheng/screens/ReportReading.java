package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.ReportPage.Bit;
import org.liuzheng.screens.ReportPage.Check;
import org.liuzheng.screens.ReportPage.Count;
import org.liuzheng.screens.ReportPage.Head;
import org.liuzheng.screens.ReportPage.Line;
import org.liuzheng.screens.ReportPage.Note;
import org.liuzheng.screens.ReportPage.Part;
import org.liuzheng.screens.ReportPage.Section;
import org.liuzheng.screens.ReportPage.Shape;
import org.springframework.stereotype.Component;

/** Reads what the pages of reports show. */
@Component
class ReportReading {
  /** In the order in which they are counted. */
  static final List<Verdict> VERDICTS =
      List.of(
          Verdict.HOLDS, Verdict.AMBIGUOUS, Verdict.NOT_DERIVABLE, Verdict.FAILS, Verdict.LABEL);

  private final Claims claims;
  private final Drawers drawers;

  ReportReading(Claims claims, Drawers drawers) {
    this.claims = claims;
    this.drawers = drawers;
  }

  List<ReportsPage.Card> cards(Shell shell) {
    return claims.reports().stream().map(r -> card(shell.openingOn(r.on()), r)).toList();
  }

  private ReportsPage.Card card(Shell shell, Report report) {
    List<Checked> checked = claims.check(report, shell.lang(), shell.when());
    return new ReportsPage.Card(
        shell.say(report.title()),
        shell.link("/reports/" + report.name()),
        shell.say("screens.report.as_of", shell.when().on()),
        sentence(shell, checked),
        counts(shell, report, checked));
  }

  /**
   * @param only what the lines are narrowed to
   */
  ReportPage page(Shell shell, Report report, String open, boolean table, Only only) {
    List<Claims.Block> blocks = claims.blocks(report, shell.lang(), shell.when());
    List<Checked> checked = Claims.bound(blocks);
    List<Line> lines = checked.stream().map(c -> line(shell, report, c)).toList();
    List<Line> unsettled = lines.stream().filter(Line::unsettled).toList();
    List<Part> parts = new Text(shell, claim -> link(shell, report, claim), open).parts(blocks);
    Head head =
        new Head(
            report.name(),
            shell.say(report.title()),
            counts(shell, report, checked),
            table,
            next(shell, unsettled));
    ReportSections sections = new ReportSections(shell, report, parts);
    Set<String> within = sections.claims(only.section());
    List<Line> shown =
        lines.stream()
            .filter(l -> only.verdict().isEmpty() || l.verdict().equals(only.verdict()))
            .filter(l -> !only.bySection() || within.contains(l.id()))
            .toList();
    return new ReportPage(
        shell,
        head,
        contents(shell, parts),
        parts,
        new Check(
            shown,
            unsettled,
            unbound(blocks),
            sentence(shell, checked),
            only.bySection() ? sections.title(only.section()).orElse("") : ""),
        sections.tally(),
        checked.stream()
            .filter(c -> c.id().equals(open))
            .findFirst()
            .map(c -> drawers.drawer(shell, report, c, lines)));
  }

  /**
   * The text of a report with its verdicts in it, nothing open.
   *
   * @param links claim to where its evidence is shown
   */
  List<Part> parts(Shell shell, List<Claims.Block> blocks, UnaryOperator<String> links) {
    return new Text(shell, links, "").parts(blocks);
  }

  /**
   * Which claims a table shows.
   *
   * @param section the part of the text that begins it; empty for what stands before all headings
   * @param verdict empty for any
   */
  record Only(boolean bySection, String section, String verdict) {}

  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String link(Shell shell, Report report, String claim) {
    return shell.link("/reports/" + report.name(), "claim", claim) + "#" + claim;
  }

  private static Line line(Shell shell, Report report, Checked claim) {
    String kinds =
        claim.readings().stream()
            .map(r -> kind(shell, r.kind()))
            .distinct()
            .collect(Collectors.joining(shell.say("screens.or")));
    String computed =
        claim.readings().stream()
            .map(r -> shell.say(r.computed()))
            .filter(c -> !c.isEmpty())
            .distinct()
            .collect(Collectors.joining(shell.say("screens.or")));
    return new Line(
        claim.id(),
        claim.shown(),
        kinds,
        computed,
        word(claim.verdict()),
        shell.say(claim.reason()),
        link(shell, report, claim.id()));
  }

  /** A kind in words. */
  static String kind(Shell shell, String kind) {
    return shell.say("screens.claim_kind." + kind);
  }

  static List<Count> counts(Shell shell, Report report, List<Checked> checked) {
    String path = "/reports/" + report.name();
    Stream<Count> all =
        Stream.of(
            new Count(
                "",
                shell.say("screens.report.claims"),
                checked.size(),
                shell.link(path, "view", "table")));
    return Stream.concat(
            all,
            VERDICTS.stream()
                .map(v ->
                    new Count(
                        word(v),
                        shell.say("page.verdict." + word(v)),
                        (int) checked.stream().filter(c -> c.verdict() == v).count(),
                        shell.link(path, "view", "table", "verdict", word(v))))
                .filter(c -> c.count() > 0))
        .toList();
  }

  /** How the claims stand, to be read aloud. */
  private static String sentence(Shell shell, List<Checked> checked) {
    String each =
        VERDICTS.stream()
            .flatMap(v ->
                soMany(
                    shell,
                    "screens.report.so_many.",
                    word(v),
                    checked.stream().filter(c -> c.verdict() == v).count()))
            .collect(Collectors.joining(shell.say("screens.comma")));
    return shell.say("screens.report.sentence", checked.size(), each);
  }

  /** What is to be done about the report. */
  private static String next(Shell shell, List<Line> unsettled) {
    String each =
        Stream.of("fails", "ambiguous", "not_derivable")
            .flatMap(v ->
                soMany(
                    shell,
                    "screens.report.to_do.",
                    v,
                    unsettled.stream().filter(l -> l.verdict().equals(v)).count()))
            .collect(Collectors.joining(shell.say("screens.comma")));
    return each.isEmpty()
        ? shell.say("screens.report.all_settled")
        : shell.say("screens.report.to_do", each);
  }

  private static Stream<String> soMany(Shell shell, String key, String verdict, long count) {
    return count == 0 ? Stream.empty() : Stream.of(shell.say(key + verdict, count));
  }

  private static List<String> unbound(List<Claims.Block> blocks) {
    return blocks.stream()
        .flatMap(b -> b.pieces().stream())
        .flatMap(p -> p instanceof Claims.Piece.Unbound u ? Stream.of(u.text()) : Stream.empty())
        .toList();
  }

  private static List<Section> contents(Shell shell, List<Part> parts) {
    List<Section> contents = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).shape() == Shape.HEADING) {
        List<Note> notes =
            parts.stream()
                .skip(i + 1L)
                .takeWhile(p -> p.shape() != Shape.HEADING)
                .flatMap(p -> p.notes().stream())
                .toList();
        contents.add(
            new Section(
                parts.get(i).id(),
                parts.get(i).bits().stream().map(Bit::text).collect(Collectors.joining()),
                open(shell, notes)));
      }
    }
    return contents;
  }

  private static String open(Shell shell, List<Note> notes) {
    return Arrays.stream(Verdict.values())
        .map(ReportReading::word)
        .flatMap(v -> {
          long count = notes.stream().filter(n -> n.verdict().equals(v)).count();
          return count == 0
              ? Stream.empty()
              : Stream.of(
                  shell.say("screens.report.in_section", count, shell.say("page.verdict." + v)));
        })
        .collect(Collectors.joining(shell.say("screens.gap")));
  }

  /** The text of a report with its verdicts in it. */
  private static final class Text {
    private final Shell shell;
    private final UnaryOperator<String> links;
    private final String open;

    Text(Shell shell, UnaryOperator<String> links, String open) {
      this.shell = shell;
      this.links = links;
      this.open = open;
    }

    List<Part> parts(List<Claims.Block> blocks) {
      List<Part> parts = new ArrayList<>();
      for (Claims.Block block : blocks) {
        List<Bit> bits = block.pieces().stream().map(this::bit).toList();
        List<Note> notes =
            block.pieces().stream()
                .flatMap(p ->
                    p instanceof Claims.Piece.Bound b ? note(b.claim()).stream() : Stream.empty())
                .toList();
        parts.add(
            new Part(
                "p" + (parts.size() + 1),
                shape(block),
                block.marker(),
                bits,
                notes,
                bits.stream().anyMatch(Bit::open)));
      }
      return parts;
    }

    private static Shape shape(Claims.Block block) {
      return switch (block.shape()) {
        case HEADING -> block.level() <= 2 ? Shape.HEADING : Shape.SUBHEADING;
        case PARAGRAPH -> Shape.PARAGRAPH;
        case ITEM -> Shape.ITEM;
        case QUOTE -> Shape.QUOTE;
      };
    }

    private Bit bit(Claims.Piece piece) {
      return switch (piece) {
        case Claims.Piece.Plain p -> Bit.plain(p.text());
        case Claims.Piece.Unbound u -> Bit.plain(u.text());
        case Claims.Piece.Bound b ->
            new Bit(
                b.claim().shown(),
                b.claim().id(),
                word(b.claim().verdict()),
                links.apply(b.claim().id()),
                b.claim().id().equals(open));
      };
    }

    private Optional<Note> note(Checked claim) {
      if (claim.verdict() == Verdict.HOLDS || claim.verdict() == Verdict.LABEL) {
        return Optional.empty();
      }
      List<String> readings =
          claim.readings().size() < 2
              ? List.of()
              : claim.readings().stream().map(this::reading).toList();
      return Optional.of(
          new Note(
              claim.id(),
              word(claim.verdict()),
              claim.shown(),
              readings.isEmpty()
                  ? shell.say(claim.reason())
                  : shell.say("screens.report.readings", readings.size()),
              readings,
              links.apply(claim.id())));
    }

    private String reading(Checked.Reading reading) {
      String computed = shell.say(reading.computed());
      return computed.isEmpty()
          ? shell.say(
              "screens.report.reading_without",
              shell.say(reading.says()),
              shell.say(reading.reason()))
          : shell.say(
              "screens.report.reading",
              shell.say(reading.says()),
              computed,
              shell.say("screens.report.reading." + word(reading.verdict())));
    }
  }
}
