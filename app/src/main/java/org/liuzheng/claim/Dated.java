package org.liuzheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.claim.Meant.Sense;
import org.liuzheng.claim.Verdicts.Phrase;
import org.liuzheng.claim.Weighing.Scored;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * What a date in a text may be the date of: a claim of a report that documents attest on a day, the
 * day on which something was first done, and every document by its title that a figure counts and
 * can be broken down to, with its dates.
 */
final class Dated {
  private static final double POSSIBLE = 0.1;

  /** From where on a date is taken for that of a fact of the same day, and of another day. */
  private static final double LIKELY = 0.2;

  private static final double LIKELY_WRONG = 0.28;

  private final Figures figures;
  private final Records records;
  private final Examination what;
  private final Meant meant;
  private final Verdicts verdicts;
  private final List<Document> documents = new ArrayList<>();
  private boolean listed;

  /**
   * @param target asks the count of the document alone, without its date
   * @param dates columns with a date
   */
  private record Document(
      String target, Definition definition, Ask ask, Text title, List<Field> dates) {}

  Dated(Figures figures, Records records, Examination what, Meant meant, Verdicts verdicts) {
    this.figures = figures;
    this.records = records;
    this.what = what;
    this.meant = meant;
    this.verdicts = verdicts;
  }

  /** The likeliest first. */
  List<Scored> likely(Phrase phrase, SaidDate date) {
    Meant.Context context = meant.sentence(phrase.before(), phrase.after());
    List<Scored> all = new ArrayList<>();
    for (Sense sense : meant.all()) {
      if (dated(sense)) {
        double likely =
            Math.max(
                meant.likely(context, sense),
                ofMonth(sense) ? meant.likely(context, meant.profile(sense.spoken())) : 0);
        if (likely >= POSSIBLE) {
          all.add(new Scored(sense, likely, likely));
        }
      }
    }
    for (Document document : documents()) {
      double likely = meant.likely(context, meant.profile(document.title().in(what.lang())));
      if (likely >= POSSIBLE) {
        sense(document, date).ifPresent(s -> all.add(new Scored(s, likely, likely)));
      }
    }
    all.sort(Comparator.comparing(Scored::score).reversed());
    return all;
  }

  private static boolean dated(Sense sense) {
    return sense.said() && sense.kind() == Kind.FIRST
        || ofMonth(sense)
        || sense.reading().must() instanceof Claim.Requirement.Attested a && !a.dated().isEmpty();
  }

  /** A list of what there was in a month, as a report says. */
  private static boolean ofMonth(Sense sense) {
    return sense.said()
        && sense.kind() == Kind.LIST
        && sense.question().period().kind() == Period.Kind.MONTH;
  }

  /** How likely it must be to be taken for it. */
  double enough(Sense sense, Phrase phrase, SaidDate date) {
    return checked(sense, phrase, date).verdict() == Verdict.HOLDS ? LIKELY : LIKELY_WRONG;
  }

  /** The document with the date that is said; else with the first that it has. */
  private Optional<Sense> sense(Document document, SaidDate date) {
    Optional<Field> first = Optional.empty();
    for (Field field : document.dates()) {
      List<LocalDate> days = days(document.ask(), field.name());
      if (days.stream().anyMatch(d -> date.is(d, what.period().start().getYear()))) {
        return asked(document, field);
      }
      if (first.isEmpty() && !days.isEmpty()) {
        first = Optional.of(field);
      }
    }
    return first.flatMap(f -> asked(document, f));
  }

  private Optional<Sense> asked(Document document, Field date) {
    return meant.asked(
        document.target() + "&kind=ATT&dated=" + date.name(),
        Words.text("claim.examine.filtered", document.title(), date.label()),
        document.title().in(what.lang()));
  }

  private List<LocalDate> days(Ask ask, String column) {
    return figures.breakdown(ask, column).stream()
        .map(Figures.Part::key)
        .filter(k -> k.matches("\\d{4}-\\d{2}-\\d{2}"))
        .map(LocalDate::parse)
        .toList();
  }

  private List<Document> documents() {
    if (!listed) {
      listed = true;
      figures.definitions().stream()
          .filter(d -> Make.of(d) == Make.COUNT && d.made() instanceof Definition.Folded)
          .forEach(this::documents);
    }
    return documents;
  }

  private void documents(Definition definition) {
    List<Field> dates =
        definition.by().stream()
            .flatMap(c -> records.field(definition, c).stream())
            .filter(f -> f.type() == FieldType.DATE)
            .toList();
    Map<String, String> links = figures.links(definition.name());
    Optional<String> record =
        definition.by().stream()
            .filter(links::containsKey)
            .filter(c -> records.open(links.getOrDefault(c, "")))
            .findFirst();
    if (dates.isEmpty() || record.isEmpty()) {
      return;
    }
    Ask ask = new Ask(definition.name(), what.unit(), what.period(), what.when(), Map.of());
    for (Figures.Part part : figures.breakdown(ask, record.get())) {
      Map<String, String> where = new LinkedHashMap<>();
      where.put(record.get(), part.key());
      Ask one = new Ask(ask.figure(), ask.unit(), ask.period(), ask.when(), where);
      if (!part.key().isEmpty() && what.tells().test(one)) {
        documents.add(
            new Document(
                meant.target(definition, where),
                definition,
                one,
                records.part(definition, record.get(), part.key(), what.when()),
                dates));
      }
    }
  }

  /** The verdict on a date; on the day of a first the figure's own value says it. */
  Checked checked(Sense sense, Phrase phrase, SaidDate date) {
    if (ofMonth(sense)) {
      return month(sense, phrase, date);
    }
    return sense.kind() == Kind.FIRST
        ? first(sense, phrase, date)
        : verdicts.checked(sense.claim(), phrase, sense.when());
  }

  private Checked month(Sense sense, Phrase phrase, SaidDate date) {
    Checked checked = verdicts.checked(sense.claim(), phrase, sense.when());
    Period period = sense.question().period();
    if (date.meets(period, what.period().start().getYear())) {
      return checked;
    }
    return new Checked(
        checked.id(),
        checked.shown(),
        Shown.period(period),
        Verdict.FAILS,
        Words.text("claim.sentence", Words.text("claim.examine.in_month", Shown.period(period))),
        checked.readings());
  }

  private Checked first(Sense sense, Phrase phrase, SaidDate date) {
    Claim.Reading reading = sense.reading();
    Claim.Among among = reading.question().among().orElseThrow();
    List<Ask> asks = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (Map<String, String> filter : reading.question().filters()) {
      Map<String, String> where = new LinkedHashMap<>(filter);
      where.put(among.column(), among.at());
      Ask ask =
          new Ask(
              reading.question().figure(),
              reading.question().unit(),
              reading.question().period(),
              sense.when().apply(reading),
              where);
      asks.add(ask);
      if (figures.value(ask) instanceof Value.Number n) {
        days.add(Placing.day(Shown.exact(n)));
      }
    }
    int year = what.period().start().getYear();
    boolean known = days.size() == asks.size();
    Verdict verdict =
        !known
            ? Verdict.NOT_DERIVABLE
            : days.stream().anyMatch(d -> date.is(d, year)) ? Verdict.HOLDS : Verdict.FAILS;
    Text computed = known ? Reasons.list(days.stream().map(Shown::day).toList()) : Text.same("");
    Text reason =
        Words.text(
            "claim.sentence", Words.text("claim.examine.done_on." + verdict.name(), computed));
    return new Checked(
        sense.claim().id(),
        phrase.words(),
        computed,
        verdict,
        reason,
        List.of(
            new Checked.Reading(
                Text.same(""), Kind.FIRST.name(), asks, computed, verdict, reason, List.of())));
  }
}
