package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Exceptions exceptions;
  private final Reading reading;
  private final Definition definition;
  private final Said said;
  private final String words;
  private final Shown shown;
  private final List<Ask> asks;

  Assessment(
      Figures figures,
      Exceptions exceptions,
      Reading reading,
      Definition definition,
      Said said,
      String words,
      When when) {
    this.figures = figures;
    this.exceptions = exceptions;
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
  }

  /**
   * @param values the exact values, to see whether two readings differ
   */
  record Result(Checked.Reading reading, List<Fraction> values) {}

  Result result() {
    List<Value.Number> numbers = new ArrayList<>();
    for (Ask ask : asks) {
      switch (figures.value(ask)) {
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
    return switch (reading.must()) {
      case Requirement.AsWritten w -> asWritten(numbers);
      case Requirement.Compared c -> compared(c, numbers);
      case Requirement.NoException n -> noException(n, numbers);
    };
  }

  private Result result(List<Value.Number> numbers, Text computed, Verdict verdict, Text reason) {
    List<Ask> rests = new ArrayList<>(asks);
    asks.forEach(a -> rests.addAll(Grounds.of(figures, definition, a)));
    return new Result(
        new Checked.Reading(
            reading.says(), reading.kind().name(), rests, computed, verdict, reason),
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
      case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, FRAC, ALL, YEARS -> shown.gap(gap, decimals);
    };
  }

  private Text amount(Fraction value) {
    return switch (reading.kind()) {
      case RANK -> Shown.rank(value);
      case STRK -> Shown.periods(value, reading.question().period().kind());
      case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, FRAC, ALL, YEARS -> shown.plain(value);
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
                  case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, ALL, YEARS ->
                      shown.value(Shown.exact(n));
                })
            .toList());
  }

  private Text computed(List<Value.Number> numbers, Comparison.Allowed allowed) {
    return switch (reading.kind()) {
      case RANK, STRK, FRAC -> computed(numbers);
      case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, ALL, YEARS ->
          Reasons.list(
              numbers.stream()
                  .map(n ->
                      telling(
                          Shown.exact(n), allowed.range(), allowed.bounded(), allowed.decimals()))
                  .toList());
    };
  }

  private Text telling(Fraction value, Range range, boolean bounded, int decimals) {
    return shown.value(value, Shown.telling(value, range, bounded, decimals));
  }

  /** The sentence, with what the value comes from where there is one value. */
  private Text because(Text main, List<Value.Number> numbers) {
    Optional<Text> grounds =
        numbers.size() == 1
            ? new Grounds(figures, definition, asks.getFirst(), numbers.getFirst()).said()
            : Optional.empty();
    return grounds
        .map(g -> Words.text("claim.sentence_with", main, g))
        .orElseGet(() -> Words.text("claim.sentence", main));
  }
}
