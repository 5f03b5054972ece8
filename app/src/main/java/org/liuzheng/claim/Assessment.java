package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.liuzheng.claim.Claim.Question;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** One reading of a claim held against the records. */
final class Assessment {
  private static final Text NOTHING = Text.same("");

  private final Figures figures;
  private final Records records;
  private final Exceptions exceptions;
  private final Reading reading;
  private final Definition definition;
  private final Said said;
  private final String words;
  private final Shown shown;
  private final List<Ask> asks;
  private final List<Placing> placings;

  Assessment(
      Figures figures,
      Records records,
      Reading reading,
      Definition definition,
      Said said,
      String words,
      When when) {
    this.figures = figures;
    this.records = records;
    this.exceptions = new Exceptions(figures, records);
    this.reading = reading;
    this.definition = definition;
    this.said = said;
    this.words = words;
    this.shown = new Shown(definition);
    Question question = reading.question();
    this.asks =
        question.filters().stream()
            .map(where ->
                new Ask(question.figure(), question.unit(), question.period(), when, where))
            .toList();
    this.placings =
        question.among().stream()
            .flatMap(among ->
                asks.stream()
                    .map(a -> new Placing(figures, records, reading.kind(), definition, a, among)))
            .toList();
  }

  /**
   * @param values the exact values, to see whether two readings differ
   */
  record Result(Checked.Reading reading, List<Fraction> values) {}

  Result result() {
    return switch (reading.must()) {
      case Requirement.AsWritten w -> numbers(this::asWritten);
      case Requirement.Compared c -> numbers(n -> compared(c, n));
      case Requirement.NoException e -> numbers(n -> noException(e, n));
      case Requirement.Since s -> course(s);
      case Requirement.Placed p -> {
        List<Finding> findings = placings.stream().map(Placing::finding).toList();
        yield found(findings, Finding.all(findings));
      }
      case Requirement.Listed l ->
          counted(asks.stream().map(a -> new Listing(figures, records, a, l).finding()).toList());
      case Requirement.Attested t ->
          counted(
              asks.stream()
                  .map(a -> new Attesting(figures, records, a).finding(t.dated(), words))
                  .toList());
      case Requirement.Planned p -> {
        List<Finding> findings =
            asks.stream().map(a -> Planning.finding(figures, definition, a, p)).toList();
        yield found(findings, Finding.all(findings));
      }
      case Requirement.Named n -> name(reading);
    };
  }

  /** A name claims nothing. */
  static Result name(Reading reading) {
    return new Result(
        new Checked.Reading(
            reading.says(),
            reading.kind().name(),
            List.of(),
            NOTHING,
            Verdict.LABEL,
            Words.text("claim.sentence", Words.text("claim.label")),
            List.of()),
        List.of());
  }

  /** The values that are asked for, or a claim that cannot be derived. */
  private Result numbers(Function<List<Value.Number>, Result> judge) {
    List<Value.Number> numbers = new ArrayList<>();
    List<Value> values =
        placings.isEmpty()
            ? asks.stream().map(figures::value).toList()
            : placings.stream().map(Placing::place).toList();
    for (Value value : values) {
      switch (value) {
        case Value.Number n -> numbers.add(n);
        case Value.None none -> {
          return result(
              List.of(),
              NOTHING,
              Verdict.NOT_DERIVABLE,
              Words.text("claim.not_derivable", none.why()));
        }
      }
    }
    return judge.apply(numbers);
  }

  /** What the kind says of the periods, and the number in the words where there is one. */
  private Result course(Requirement.Since since) {
    List<Finding> findings =
        asks.stream()
            .map(a -> new Course(figures, reading.kind(), a, since.from()).finding())
            .toList();
    Finding all = Finding.all(findings);
    boolean zero =
        reading.kind() == Kind.ZERO
            && said instanceof Said.Amount a
            && a.number().value().signum() == 0;
    if (all.verdict() == Verdict.HOLDS && said instanceof Said.Amount a && !zero) {
      Ask first = asks.getFirst();
      Definition compared = new Course(figures, reading.kind(), first, since.from()).compared();
      Comparison comparison =
          Comparison.of(a, reading.kind(), compared, reading.question().period());
      Optional<Text> wrong =
          switch (comparison) {
            case Comparison.Apart apart -> Optional.of(apart.why());
            case Comparison.Allowed allowed ->
                all.values().stream().allMatch(allowed.range()::contains)
                    ? Optional.empty()
                    : Optional.of(Words.text("claim.says_but", words, all.computed()));
          };
      return found(findings, wrong.map(why -> against(all, why)).orElse(all));
    }
    return found(findings, all);
  }

  /** Findings whose number of things the words may state. */
  private Result counted(List<Finding> findings) {
    Finding all = Finding.all(findings);
    boolean dated = reading.must() instanceof Requirement.Attested t && !t.dated().isEmpty();
    if (all.verdict() == Verdict.HOLDS && said instanceof Said.Amount a && !dated) {
      Fraction count = all.values().stream().reduce(Fraction.ZERO, Fraction::plus);
      if (!reading.kind().range(a, Measure.NONE).contains(count)) {
        return found(
            findings,
            against(all, Words.text("claim.says_but", words, Text.same(count.toString()))));
      }
    }
    return found(findings, all);
  }

  private static Finding against(Finding all, Text why) {
    return new Finding(Verdict.FAILS, all.computed(), why, all.values(), all.shown());
  }

  private Result found(List<Finding> findings, Finding all) {
    boolean unread = said instanceof Said.Unreadable && reading.kind() != Kind.PLAN;
    return new Result(
        new Checked.Reading(
            reading.says(),
            reading.kind().name(),
            rests(),
            all.computed(),
            unread ? Verdict.NOT_DERIVABLE : all.verdict(),
            said instanceof Said.Unreadable u && unread ? u.why() : all.sentence(),
            findings.stream().flatMap(f -> f.shown().stream()).toList()),
        all.values());
  }

  /** The values it rests on: of a part, its own first. */
  private List<Ask> rests() {
    List<Ask> rests =
        new ArrayList<>(
            reading
                .question()
                .among()
                .map(among -> asks.stream().map(a -> part(a, among)).toList())
                .orElse(asks));
    if (reading.question().among().isPresent()) {
      rests.addAll(asks);
    }
    asks.forEach(a -> rests.addAll(Grounds.of(figures, definition, a)));
    base().ifPresent(rests::add);
    return rests.stream().distinct().toList();
  }

  private static Ask part(Ask ask, Claim.Among among) {
    Map<String, String> where = new LinkedHashMap<>(ask.where());
    where.put(among.column(), among.at());
    return new Ask(ask.figure(), ask.unit(), ask.period(), ask.when(), where);
  }

  /** The value that a converted one comes from, as far as it has the same columns. */
  private Optional<Ask> base() {
    String base = reading.question().base();
    return Optional.of(base)
        .filter(b -> !b.isEmpty())
        .map(b -> {
          Ask ask = asks.getFirst();
          Map<String, String> where = new LinkedHashMap<>(ask.where());
          where.keySet().retainAll(figures.definition(ask.whole().with(b)).by());
          return new Ask(b, ask.unit(), ask.period(), ask.when(), where);
        });
  }

  private Result result(List<Value.Number> numbers, Text computed, Verdict verdict, Text reason) {
    return new Result(
        new Checked.Reading(
            reading.says(),
            reading.kind().name(),
            rests(),
            computed,
            verdict,
            reason,
            placings.stream().map(Placing::evidence).toList()),
        numbers.stream().map(Shown::exact).toList());
  }

  private Result asWritten(List<Value.Number> numbers) {
    return switch (said) {
      case Said.Blank b ->
          result(
              numbers,
              computed(numbers),
              Verdict.HOLDS,
              because(Words.text("claim.filled", computed(numbers)), numbers));
      case Said.Amount a ->
          against(
              Comparison.of(a, reading.kind(), definition, reading.question().period()), numbers);
      case Said.All a -> against(Comparison.all(definition), numbers);
      case Said.Silent s -> silent(numbers);
      case Said.Unreadable u -> result(numbers, computed(numbers), Verdict.NOT_DERIVABLE, u.why());
    };
  }

  private Result silent(List<Value.Number> numbers) {
    return result(
        numbers,
        computed(numbers),
        Verdict.NOT_DERIVABLE,
        Words.text("claim.wants_number", words, reading.kind().name()));
  }

  private Result against(Comparison comparison, List<Value.Number> numbers) {
    return switch (comparison) {
      case Comparison.Apart apart ->
          result(
              numbers, computed(numbers), Verdict.FAILS, Words.text("claim.sentence", apart.why()));
      case Comparison.Allowed allowed -> {
        Text computed = computed(numbers, allowed);
        Optional<Fraction> wrong =
            numbers.stream()
                .map(Shown::exact)
                .filter(v -> !allowed.range().contains(v))
                .findFirst();
        yield wrong.isPresent()
            ? result(
                numbers,
                computed,
                Verdict.FAILS,
                because(fails(allowed, wrong.get(), computed), numbers))
            : result(
                numbers,
                computed,
                Verdict.HOLDS,
                because(
                    allowed.bounded()
                        ? Words.text("claim.within", computed, words)
                        : Words.text("claim.holds", computed),
                    numbers));
      }
    };
  }

  /** What the text says, what the records give, and by how much they differ. */
  private Text fails(Comparison.Allowed allowed, Fraction value, Text computed) {
    if (allowed.bounded()) {
      return Words.text(
          "claim.outside", words, Reasons.range(allowed.range(), this::amount), computed);
    }
    int decimals = Shown.telling(value, allowed.range(), false, allowed.decimals());
    Fraction gap = Fraction.of(value.rounded(decimals)).minus(allowed.stated());
    boolean below = value.signum() < 0 || allowed.stated().signum() < 0;
    String key =
        reading.kind() == Kind.RANK
            ? "claim.other_rank"
            : below ? "claim.apart" : gap.signum() < 0 ? "claim.too_high" : "claim.too_low";
    return Words.text(key, words, computed, difference(gap.magnitude(), decimals));
  }

  private Text difference(Fraction gap, int decimals) {
    return switch (reading.kind()) {
      case RANK -> Text.same(gap.rounded(0).toPlainString());
      case STRK -> Shown.periods(gap, reading.question().period().kind());
      case EQUIV ->
          unitOfWords().map(m -> shown.in(m, gap)).orElseGet(() -> shown.gap(gap, decimals));
      default -> shown.gap(gap, decimals);
    };
  }

  private Text amount(Fraction value) {
    return switch (reading.kind()) {
      case RANK -> Shown.rank(value);
      case STRK -> Shown.periods(value, reading.question().period().kind());
      default -> shown.plain(value);
    };
  }

  private Result compared(Requirement.Compared compared, List<Value.Number> numbers) {
    Fraction with = Fraction.of(compared.with());
    Range range = Reasons.range(compared.order(), with);
    Text bound = Words.text("claim.order." + compared.order().name(), shown.plain(with));
    List<Text> values =
        numbers.stream().map(n -> telling(Shown.exact(n), range, true, shown.decimals())).toList();
    Text given = Reasons.list(values);
    boolean holds = numbers.stream().map(Shown::exact).allMatch(range::contains);
    if (!holds) {
      return result(
          numbers,
          given,
          Verdict.FAILS,
          because(
              Words.text(
                  numbers.size() > 1 ? "claim.all_should_be" : "claim.should_be", bound, given),
              numbers));
    }
    if (said instanceof Said.Amount a) {
      Result result =
          against(
              Comparison.of(a, reading.kind(), definition, reading.question().period()), numbers);
      if (result.reading().verdict() != Verdict.HOLDS) {
        return result;
      }
    }
    String key = numbers.size() > 1 ? "claim.all_are" : "claim.is";
    return result(numbers, given, Verdict.HOLDS, because(Words.text(key, given, bound), numbers));
  }

  private Result noException(Requirement.NoException none, List<Value.Number> numbers) {
    BigDecimal exceptional =
        numbers.stream().map(Value.Number::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (exceptional.signum() == 0) {
      if (!asks.stream().allMatch(a -> exceptions.possible(definition, a))) {
        return result(
            numbers, NOTHING, Verdict.NOT_DERIVABLE, Words.text("claim.nothing_recorded"));
      }
      return result(
          numbers,
          Words.text("claim.shown.no_exception"),
          Verdict.HOLDS,
          Words.text("claim.sentence", Words.text("claim.no_exception")));
    }
    Text count = Reasons.list(numbers.stream().map(n -> shown.value(Shown.exact(n))).toList());
    Optional<Text> first =
        asks.stream()
            .map(a -> exceptions.worst(a, none.worst()))
            .flatMap(Optional::stream)
            .findFirst();
    Text fails =
        first
            .map(name -> Words.text("claim.exceptions_first", count, name))
            .orElseGet(() -> Words.text("claim.exceptions", count));
    return result(
        numbers,
        Words.text("claim.shown.exceptions", count),
        Verdict.FAILS,
        Words.text("claim.sentence", fails));
  }

  private Text computed(List<Value.Number> numbers) {
    return Reasons.list(
        numbers.stream()
            .map(n ->
                switch (reading.kind()) {
                  case RANK -> Shown.rank(Shown.exact(n));
                  case STRK -> Shown.periods(Shown.exact(n), reading.question().period().kind());
                  case FRAC -> shown.fraction(n);
                  default -> shown.value(Shown.exact(n));
                })
            .toList());
  }

  private Text computed(List<Value.Number> numbers, Comparison.Allowed allowed) {
    return switch (reading.kind()) {
      case RANK, STRK, FRAC -> computed(numbers);
      case EQUIV -> converted(numbers, allowed);
      default ->
          Reasons.list(
              numbers.stream()
                  .map(n ->
                      telling(
                          Shown.exact(n), allowed.range(), allowed.bounded(), allowed.decimals()))
                  .toList());
    };
  }

  /** The unit that the words use, where it is another than the figure's. */
  private Optional<Measure> unitOfWords() {
    return said instanceof Said.Amount a
        ? a.measure().filter(m -> !m.word().isEmpty() && !m.equals(shown.measure()))
        : Optional.empty();
  }

  /** In the unit of the words, which is the point of converting. */
  private Text converted(List<Value.Number> numbers, Comparison.Allowed allowed) {
    return Reasons.list(
        numbers.stream()
            .map(n ->
                unitOfWords()
                    .map(m -> shown.in(m, Shown.exact(n)))
                    .orElseGet(() ->
                        telling(
                            Shown.exact(n),
                            allowed.range(),
                            allowed.bounded(),
                            allowed.decimals())))
            .toList());
  }

  private Text telling(Fraction value, Range range, boolean bounded, int decimals) {
    return shown.value(value, Shown.telling(value, range, bounded, decimals));
  }

  /** The sentence, with what the value comes from where there is one value. */
  private Text because(Text main, List<Value.Number> numbers) {
    Optional<Text> grounds =
        numbers.size() != 1
            ? Optional.empty()
            : !placings.isEmpty()
                ? Optional.of(placings.getFirst().grounds())
                : reading.kind() == Kind.EQUIV
                    ? Optional.of(converted(numbers.getFirst()))
                    : new Grounds(figures, definition, asks.getFirst(), numbers.getFirst()).said();
    return grounds
        .map(g -> Words.text("claim.sentence_with", main, g))
        .orElseGet(() -> Words.text("claim.sentence", main));
  }

  /** What was converted: the base where one is named, else the value in the figure's own unit. */
  private Text converted(Value.Number number) {
    return base()
        .flatMap(b ->
            figures.value(b) instanceof Value.Number n
                ? Optional.of(
                    Words.text(
                        "claim.grounds.base",
                        figures.definition(b).label(),
                        new Shown(figures.definition(b)).full(Shown.exact(n))))
                : Optional.empty())
        .orElseGet(() -> Words.text("claim.grounds.converted", shown.full(Shown.exact(number))));
  }
}
