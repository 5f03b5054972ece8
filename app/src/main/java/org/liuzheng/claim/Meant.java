package org.liuzheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Wording.Profile;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * What the words of a text may stand for: the claims of the district's reports on the same unit and
 * period, every figure, every figure under one filter that has a name, and every part that other
 * names are given to.
 */
final class Meant {
  /** What stands beyond another number of the clause, in the clause before, and before that. */
  private static final double BEYOND = 0.6;

  private static final double CLAUSE_BEFORE = 0.4;
  private static final double SENTENCE_BEFORE = 0.15;
  private static final double REST_OF_SENTENCE = 0.8;

  /** From how many words on a clause says what it speaks of. */
  private static final int TELLING = 2;

  /** How likely at most is what the clause of a number says nothing of. */
  static final double APART = 0.3;

  private static final Set<String> STOPS = Set.of("\u3002", "\uff1b", ";", ".", "\n");

  private final Figures figures;
  private final Records records;
  private final Examination what;
  private final FigureShelf shelf;
  private final Wording wording;
  private final Map<String, Sense> senses = new LinkedHashMap<>();
  private final Map<String, Text> names = new LinkedHashMap<>();

  Meant(
      Figures figures,
      Records records,
      List<Report> reports,
      List<OtherNames> others,
      Examination what) {
    this.figures = figures;
    this.records = records;
    this.what = what;
    this.shelf = new FigureShelf(figures.definitions());
    this.wording = new Wording(what.lang());
    reports.forEach(this::ofReport);
    figures.definitions().forEach(this::ofFigure);
    others.forEach(this::ofNames);
    wording.learn(senses.values().stream().flatMap(s -> s.wordings().stream()).toList());
  }

  /**
   * One thing a number may stand for.
   *
   * @param target as in {@link Examination.Choice}
   * @param said whether a report says it in these words, which are compared as they are
   * @param spoken the words of the claim in the report's text; empty for a figure
   * @param wordings of a claim what stands around it; of a figure what it is called, one for each
   *     name
   * @param when the two times of a reading
   */
  record Sense(
      String target,
      Text label,
      Claim claim,
      boolean said,
      String spoken,
      List<Profile> wordings,
      Profile meaning,
      Function<Reading, When> when) {

    Reading reading() {
      return claim.readings().getFirst();
    }

    Kind kind() {
      return reading().kind();
    }

    Claim.Question question() {
      return reading().question();
    }

    /** Whether none of its names has any of these words. */
    boolean without(Profile words) {
      return wordings.stream()
          .allMatch(w -> Collections.disjoint(w.tokens().keySet(), words.tokens().keySet()));
    }

    private Sense meaning(Profile profile) {
      return new Sense(target, label, claim, said, spoken, wordings, profile, when);
    }

    /** The same with one more name. */
    private Sense called(Profile name) {
      return new Sense(
          target,
          label,
          claim,
          said,
          spoken,
          Stream.concat(wordings.stream(), Stream.of(name)).toList(),
          meaning,
          when);
    }
  }

  List<Sense> all() {
    return List.copyOf(senses.values());
  }

  /** Names that reports have numbers in, and what says so. */
  Map<String, Text> names() {
    return names;
  }

  /**
   * What stands around a place of a text.
   *
   * @param all by how near it is
   * @param clause what stands in its own clause
   */
  record Context(Profile all, Set<String> clause) {
    /** Whether the clause says something, and nothing of it is in the wording. */
    private boolean apart(Profile wording) {
      return clause.size() >= TELLING && Collections.disjoint(clause, wording.tokens().keySet());
    }
  }

  /** How much the text around a number says that it is this; more than its sentence, its clause. */
  double likely(Context context, Sense sense) {
    return sense.wordings().stream()
        .mapToDouble(w -> {
          double likely =
              sense.said()
                  ? wording.alike(context.all(), w)
                  : wording.says(context.all(), w, sense.meaning());
          return context.apart(w) && context.apart(sense.meaning())
              ? Math.min(likely, APART)
              : likely;
        })
        .max()
        .orElse(0);
  }

  /**
   * What stands around a number: in its clause what is nearer to it than to another number, then
   * the rest of the clause, then the clause before, then the sentence.
   */
  Context context(String before, String after) {
    int clause = boundary(before, before.length());
    int previous = boundary(before, Math.max(0, clause - 1));
    String left = before.substring(clause);
    String right = after.substring(0, end(after));
    Profile own = wording.profile(left + " " + right);
    return new Context(
        wording
            .profile(left.substring(lastDigit(left)) + " " + right.substring(0, firstDigit(right)))
            .with(own, BEYOND)
            .with(wording.profile(before.substring(previous, clause)), CLAUSE_BEFORE)
            .with(wording.profile(before.substring(0, previous)), SENTENCE_BEFORE),
        own.tokens().keySet());
  }

  /** The same for a date, which stands before what it is the date of: all of its sentence. */
  Context sentence(String before, String after) {
    Context clause = context(before, after);
    int end = 0;
    while (end < after.length() && !STOPS.contains(after.substring(end, end + 1))) {
      end++;
    }
    return new Context(
        clause.all().with(wording.profile(after.substring(0, end)), REST_OF_SENTENCE), Set.of());
  }

  private static int lastDigit(String text) {
    int at = text.length();
    while (at > 0 && !Scan.digit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int firstDigit(String text) {
    int at = 0;
    while (at < text.length() && !Scan.digit(text.charAt(at))) {
      at++;
    }
    return at;
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

  /** Something that is asked for this text alone, under its own name. */
  Optional<Sense> asked(String target, Text label, String name) {
    return asked(target, label, wording.profile(name));
  }

  /** The same figure in a claim of another kind; empty where it cannot carry one. */
  Optional<Sense> as(Kind kind, Sense sense) {
    return asked(sense.target() + "&kind=" + kind.name(), sense.label(), Profile.EMPTY);
  }

  Profile profile(String words) {
    return wording.profile(words);
  }

  /** How much the text around says that it is what has this name. */
  double likely(Context context, Profile name) {
    return wording.says(context.all(), name, Profile.EMPTY);
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
        if (passage.runs().get(i) instanceof Manuscript.Linked link) {
          Claim claim = text.claims().get(link);
          if (claim == null) {
            names.putIfAbsent(link.words().strip(), report.title());
          } else if (!claim.readings().isEmpty()) {
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
                    List.of(context(before, after).all()),
                    Profile.EMPTY,
                    r -> RecordedClaims.when(r, report, what.when())));
          }
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

  private void ofNames(OtherNames other) {
    shelf
        .find(other.figure())
        .ifPresent(d -> {
          String target = target(d, other.where());
          for (String name : other.names().getOrDefault(what.lang(), List.of())) {
            Profile profile = wording.profile(name);
            Sense known = senses.get(target);
            if (known == null) {
              Profile meaning = wording.profile(d.meaning().in(what.lang()));
              asked(target, Text.same(""), profile)
                  .ifPresent(s -> senses.put(target, s.meaning(meaning)));
            } else {
              senses.put(target, known.called(profile));
            }
          }
        });
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
        .ifPresent(s -> senses.put(target, s.meaning(meaning)));
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
                List.of(words),
                Profile.EMPTY,
                reading -> what.when()));
  }

  /** As a link of a report's text would ask. */
  String target(Definition definition, Map<String, String> where) {
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
}
