package org.liuzheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Wording.Profile;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * What a number of a text may stand for: the claims of the district's reports on the same unit and
 * period, every figure, and every figure under one filter that has a name.
 */
final class Meant {
  private final Figures figures;
  private final Records records;
  private final Examination what;
  private final FigureShelf shelf;
  private final Wording wording;
  private final Map<String, Sense> senses = new LinkedHashMap<>();

  Meant(Figures figures, Records records, List<Report> reports, Examination what) {
    this.figures = figures;
    this.records = records;
    this.what = what;
    this.shelf = new FigureShelf(figures.definitions());
    this.wording = new Wording(what.lang());
    reports.forEach(this::ofReport);
    figures.definitions().forEach(this::ofFigure);
    wording.learn(senses.values().stream().map(Sense::words).toList());
  }

  /**
   * One thing a number may stand for.
   *
   * @param target as in {@link Examination.Choice}
   * @param said whether a report says it in these words, which are compared as they are
   * @param spoken the words of the claim in the report's text; empty for a figure
   * @param when the two times of a reading
   */
  record Sense(
      String target,
      Text label,
      Claim claim,
      boolean said,
      String spoken,
      Profile words,
      Profile meaning,
      Function<Reading, When> when) {}

  List<Sense> all() {
    return List.copyOf(senses.values());
  }

  /** How much the text around a number says that it is this. */
  double likely(Profile context, Sense sense) {
    return sense.said()
        ? wording.alike(context, sense.words())
        : wording.says(context, sense.words(), sense.meaning());
  }

  /** What stands around a number: its clause most, then the one before, then the sentence. */
  Profile context(String before, String after) {
    int clause = boundary(before, before.length());
    int previous = boundary(before, Math.max(0, clause - 1));
    String own = before.substring(clause) + " " + after.substring(0, end(after));
    return wording
        .profile(own)
        .with(wording.profile(before.substring(previous, clause)), 0.5)
        .with(wording.profile(before.substring(0, previous)), 0.2);
  }

  /** The place after the last mark before {@code from}. */
  private static int boundary(String text, int from) {
    for (int i = from; i > 0; i--) {
      if (marks(text, i - 1)) {
        return i;
      }
    }
    return 0;
  }

  private static int end(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (marks(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean marks(String text, int at) {
    char c = text.charAt(at);
    boolean inNumber =
        (c == '.' || c == ',') && at + 1 < text.length() && Scan.digit(text.charAt(at + 1));
    return !inNumber
        && (c == '\n' || c != '%' && Character.getType(c) == Character.OTHER_PUNCTUATION);
  }

  /** What somebody chose; empty when it means nothing. */
  Optional<Sense> chosen(String target) {
    Sense known = senses.get(target);
    return known != null ? Optional.of(known) : asked(target, Text.same(""), Profile.EMPTY);
  }

  /** A figure's own words where it is named by its label. */
  String target(String named) {
    return figures.definitions().stream()
        .filter(d -> d.name().equals(named) || d.label().in(what.lang()).equals(named))
        .findFirst()
        .map(d -> target(d, Map.of()))
        .orElse(named);
  }

  private void ofReport(Report report) {
    boolean same =
        report.unit().equals(what.unit()) && report.period().equals(what.period().toString());
    if (!same) {
      return;
    }
    BoundText text =
        BoundText.of(
            Manuscript.of(report.texts().getOrDefault(what.lang(), "")),
            report.claims(),
            new ReadingReader(report.unit(), report.period(), shelf),
            shelf,
            (place, says) -> {});
    for (Manuscript.Passage passage : text.passages()) {
      for (int i = 0; i < passage.runs().size(); i++) {
        if (passage.runs().get(i) instanceof Manuscript.Linked link
            && text.claims().get(link) instanceof Claim claim
            && !claim.readings().isEmpty()) {
          String before = words(passage.runs().subList(0, i));
          String after = words(passage.runs().subList(i + 1, passage.runs().size()));
          String target = report.name() + "/" + claim.id();
          senses.put(
              target,
              new Sense(
                  target,
                  label(claim),
                  claim,
                  true,
                  link.words().strip(),
                  context(before, after),
                  Profile.EMPTY,
                  r -> RecordedClaims.when(r, report, what.when())));
        }
      }
    }
  }

  private static String words(List<Manuscript.Run> runs) {
    StringBuilder words = new StringBuilder();
    for (Manuscript.Run run : runs) {
      words.append(
          switch (run) {
            case Manuscript.Plain plain -> plain.text();
            case Manuscript.Linked link -> link.words();
          });
    }
    return words.toString();
  }

  private Text label(Claim claim) {
    Claim.Question question = claim.readings().getFirst().question();
    return shelf
        .find(question.figure())
        .map(d -> Words.text("claim.examine.of_report", claim.id(), label(d, question)))
        .orElseGet(() -> Words.text("claim.examine.of_report", claim.id(), ""));
  }

  private Text label(Definition definition, Claim.Question question) {
    Text label = definition.label();
    for (Map.Entry<String, String> filter : question.filters().getFirst().entrySet()) {
      label =
          Words.text(
              "claim.examine.filtered",
              label,
              part(definition, filter.getKey(), filter.getValue()));
    }
    return label;
  }

  private Text part(Definition definition, String column, String value) {
    return field(definition, column)
        .map(f -> f.type() == FieldType.FLAG ? f.label() : f.shown(value))
        .orElse(Text.same(value));
  }

  private Optional<Field> field(Definition definition, String column) {
    return figures.leaves(definition.name()).stream()
        .flatMap(leaf -> records.field(leaf, column).stream())
        .findFirst();
  }

  private void ofFigure(Definition definition) {
    Profile meaning = wording.profile(definition.meaning().in(what.lang()));
    String label = definition.label().in(what.lang());
    put(target(definition, Map.of()), definition.label(), label, meaning);
    for (String column : definition.by()) {
      field(definition, column)
          .ifPresent(field ->
              named(field)
                  .forEach((value, name) ->
                      put(
                          target(definition, Map.of(column, value)),
                          Words.text("claim.examine.filtered", definition.label(), name),
                          label + " " + name.in(what.lang()),
                          meaning)));
    }
  }

  /** The values of a field that have a name. */
  private static Map<String, Text> named(Field field) {
    Map<String, Text> named = new LinkedHashMap<>();
    if (field.type() == FieldType.FLAG) {
      named.put("true", field.label());
    }
    field.choices().forEach(c -> named.put(c.code(), c.label()));
    return named;
  }

  private void put(String target, Text label, String words, Profile meaning) {
    asked(target, label, wording.profile(words))
        .ifPresent(s ->
            senses.put(
                target,
                new Sense(target, s.label(), s.claim(), false, "", s.words(), meaning, s.when())));
  }

  private Optional<Sense> asked(String target, Text label, Profile words) {
    List<Boolean> flaws = new ArrayList<>();
    Given given = Given.of(target, (key, args) -> flaws.add(true));
    String name =
        Optional.ofNullable(given.options().get("figure")).map(Given.Option::value).orElse("");
    return new ReadingReader(what.unit(), what.period().toString(), shelf)
        .read(given)
        .filter(r -> flaws.isEmpty())
        .map(r ->
            new Sense(
                target,
                label.zh().isEmpty()
                    ? shelf.find(name).map(d -> label(d, r.question())).orElse(Text.same(name))
                    : label,
                new Claim(target, List.of(r)),
                false,
                "",
                words,
                Profile.EMPTY,
                reading -> what.when()));
  }

  /** As a link of a report's text would ask. */
  private String target(Definition definition, Map<String, String> where) {
    StringBuilder target = new StringBuilder(definition.name());
    target.append("?unit=").append(what.unit()).append("&period=").append(period(definition));
    where.forEach((column, value) -> target.append('&').append(column).append('=').append(value));
    return target.toString();
  }

  /** Places and runs are of the figure's own periods; amounts of the text's. */
  private Period period(Definition definition) {
    boolean own =
        definition.made() instanceof Definition.Stepped s
            && (s.step() instanceof Definition.Step.Rank
                || s.step() instanceof Definition.Step.Streak
                || s.step() instanceof Definition.Step.PeriodOnPeriod);
    LocalDate end = what.period().end();
    LocalDate last = end.isAfter(what.when().on()) ? what.when().on() : end;
    return own ? Period.containing(definition.period(), last) : what.period();
  }

  Lang lang() {
    return what.lang();
  }
}
