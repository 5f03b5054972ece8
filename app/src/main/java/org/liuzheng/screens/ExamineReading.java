package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Examination;
import org.liuzheng.claim.Examination.Choice;
import org.liuzheng.claim.Examined;
import org.liuzheng.claim.Examined.Found;
import org.liuzheng.claim.Examined.State;
import org.liuzheng.claim.PlainText;
import org.liuzheng.claim.Report;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.screens.ExaminePage.Form;
import org.liuzheng.screens.ExaminePage.Option;
import org.liuzheng.screens.ExaminePage.Result;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** Reads what the page that checks any text shows. */
@Component
class ExamineReading {
  private static final List<String> WORST_FIRST =
      List.of(
          "wrong",
          "fails",
          "ambiguous",
          "unmatched",
          "unproven",
          "not_derivable",
          "holds",
          "date",
          "label");

  private final Claims claims;
  private final Figures figures;
  private final Packs packs;
  private final UnitNames units;
  private final Disclosure disclosure;

  ExamineReading(
      Claims claims, Figures figures, Packs packs, UnitNames units, Disclosure disclosure) {
    this.claims = claims;
    this.figures = figures;
    this.packs = packs;
    this.units = units;
    this.disclosure = disclosure;
  }

  ExaminePage form(Shell shell, String text, String unit, String period, List<String> errors) {
    Optional<Report> report = claims.reports().stream().findFirst();
    Shell opened = report.map(r -> shell.openingOn(r.on())).orElse(shell);
    String code =
        unit.isBlank()
            ? report
                .map(Report::unit)
                .or(() -> packs.installed().map(p -> p.about().unit()))
                .orElse("")
            : unit.strip();
    String asked =
        period.isBlank()
            ? report
                .map(Report::period)
                .orElseGet(() -> String.valueOf(opened.when().on().getYear()))
            : period.strip();
    return new ExaminePage(
        opened,
        new Form(
            shell.link("/check"),
            text,
            code,
            shell.say(units.name(code, opened.when())),
            asked,
            units.all(opened.when()).entrySet().stream()
                .map(e -> new ExaminePage.Unit(e.getKey(), shell.say(e.getValue())))
                .toList()),
        errors,
        Optional.empty(),
        figures.definitions().stream()
            .map(d -> new ExaminePage.Figure(d.name(), shell.say(d.label())))
            .toList());
  }

  ExaminePage checked(
      Shell shell, PlainText plain, String unit, String period, Map<Integer, Choice> chosen) {
    ExaminePage page = form(shell, plain.text(), unit, period, List.of());
    List<String> errors = new ArrayList<>();
    if (!plain.refused().zh().isEmpty()) {
      errors.add(shell.say(plain.refused()));
    } else if (plain.text().isBlank()) {
      errors.add(shell.say("screens.examine.empty"));
    }
    Optional<Period> asked = Period.parse(page.form().period());
    if (asked.isEmpty()) {
      errors.add(shell.say("claim.bad_period", page.form().period()));
    }
    if (!page.form().unit().isEmpty()
        && page.form().units().stream().noneMatch(u -> u.code().equals(page.form().unit()))) {
      errors.add(shell.say("screens.examine.no_unit", page.form().unit()));
    }
    if (!errors.isEmpty()) {
      return new ExaminePage(page.shell(), page.form(), errors, Optional.empty(), page.figures());
    }
    Examined examined =
        claims.examine(
            new Examination(
                plain.text(),
                plain.lang(),
                page.form().unit(),
                asked.orElseThrow(),
                page.shell().when(),
                chosen,
                ask -> disclosure.withheld(ask, shell.visitor()).isEmpty()));
    return new ExaminePage(
        page.shell(),
        page.form(),
        List.of(),
        Optional.of(result(page.shell(), examined)),
        page.figures());
  }

  private Result result(Shell shell, Examined examined) {
    List<ExaminePage.Number> numbers =
        examined.numbers().stream().map(f -> number(shell, f)).toList();
    return new Result(
        sentence(shell, numbers),
        examined.lines().stream()
            .map(l -> l.pieces().stream().map(p -> bit(p, numbers)).toList())
            .toList(),
        numbers.stream().sorted(Comparator.comparing(n -> WORST_FIRST.indexOf(n.mark()))).toList(),
        examined.left() == 0 ? "" : shell.say("screens.examine.left", examined.left()));
  }

  private static String sentence(Shell shell, List<ExaminePage.Number> numbers) {
    if (numbers.isEmpty()) {
      return shell.say("screens.examine.no_numbers");
    }
    String each =
        WORST_FIRST.stream()
            .flatMap(v -> {
              long count = numbers.stream().filter(n -> n.mark().equals(v)).count();
              return count == 0
                  ? Stream.<String>empty()
                  : Stream.of(shell.say("screens.examine.so_many." + v, count));
            })
            .collect(Collectors.joining(shell.say("screens.comma")));
    return shell.say("screens.examine.sentence", numbers.size(), each);
  }

  private static ReportPage.Bit bit(Examined.Piece piece, List<ExaminePage.Number> numbers) {
    return switch (piece) {
      case Examined.Piece.Plain plain -> ReportPage.Bit.plain(plain.text());
      case Examined.Piece.Number n ->
          new ReportPage.Bit(
              n.text(),
              String.valueOf(n.number()),
              numbers.get(n.number() - 1).mark(),
              "#n" + n.number(),
              false);
    };
  }

  private ExaminePage.Number number(Shell shell, Found found) {
    String mark = mark(found);
    return new ExaminePage.Number(
        found.number(),
        found.words(),
        mark,
        shell.say("screens.examine.mark." + mark),
        found.checked().map(c -> shell.say(c.computed())).orElse(""),
        found.checked().map(c -> shell.say(c.reason())).orElseGet(() -> shell.say(found.why())),
        found.confirmed(),
        options(shell, found),
        found.checked().flatMap(c -> link(shell, c)).orElse(""));
  }

  private static String mark(Found found) {
    return switch (found.state()) {
      case BOUND, OPEN_SHARE ->
          found.checked().map(c -> c.verdict().name().toLowerCase(Locale.ROOT)).orElse("unmatched");
      case UNMATCHED -> "unmatched";
      case NAME -> "label";
      case DATE -> "date";
      case UNPROVEN -> "unproven";
      case WRONG -> "wrong";
    };
  }

  private static Optional<String> link(Shell shell, Checked checked) {
    return checked.readings().stream()
        .flatMap(r -> r.asks().stream())
        .findFirst()
        .map(a -> Trends.link(shell, a));
  }

  private static List<Option> options(Shell shell, Found found) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", shell.say("screens.examine.choose"), found.target().isEmpty()));
    found
        .candidates()
        .forEach(c ->
            options.add(
                new Option(c.target(), label(shell, c), c.target().equals(found.target()))));
    if (found.state() == State.WRONG) {
      options.add(new Option(found.target(), found.target(), true));
    }
    options.add(
        new Option(
            Examination.NAME, shell.say("screens.examine.name"), found.state() == State.NAME));
    return options;
  }

  private static String label(Shell shell, Examined.Candidate candidate) {
    Text computed = candidate.computed();
    String label = shell.say(candidate.label());
    return computed.zh().isEmpty()
        ? label
        : shell.say(
            candidate.holds() ? "screens.examine.option_holds" : "screens.examine.option",
            label,
            computed);
  }
}
