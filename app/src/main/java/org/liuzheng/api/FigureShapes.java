package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definition.Fold;
import org.liuzheng.figure.Definition.Step;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;

/** Figures as {@code docs/specs/api.md} describes their JSON; what is absent is null. */
final class FigureShapes {
  private FigureShapes() {}

  /** A figure in the list of all. */
  record FigureLine(
      String name,
      Text label,
      Text meaning,
      Text unit,
      @Schema(description = "up, down or neither: which way is good") String better,
      @Schema(description = "year, quarter, month or day: the usual period") String period,
      @Schema(description = "columns a value can be broken down and filtered by") List<String> by) {
    static FigureLine of(Definition d) {
      return new FigureLine(
          d.name(), d.label(), d.meaning(), d.unit(), word(d.better()), word(d.period()), d.by());
    }
  }

  /** A definition whole. */
  record FigureDefinition(
      FigureLine figure,
      int decimals,
      @Schema(description = "the shown value is the exact value times this, 100 for a percentage")
          int scale,
      @Schema(description = "whether a unit's value takes in the units below it") boolean rollUp,
      String owner,
      Text source,
      Making made,
      @Schema(description = "SHA-256 of the definition, in hex") String hash,
      @Schema(description = "the definition as its file has it") String yaml,
      @Schema(description = "the relations that its select stands on")
          List<FigureRelation> relations) {
    static FigureDefinition of(Definition d) {
      return new FigureDefinition(
          FigureLine.of(d),
          d.decimals(),
          d.scale(),
          d.rollUp(),
          d.owner(),
          d.source(),
          Making.of(d.made()),
          d.hash(),
          d.yaml(),
          d.relations().stream()
              .map(r -> new FigureRelation(r.name(), r.meaning(), r.yaml()))
              .toList());
    }
  }

  /** Rows with a name that figures select from. */
  record FigureRelation(
      String name,
      Text meaning,
      @Schema(description = "the relation as its file has it") String yaml) {}

  /** A definition in two times. */
  record FigureVersion(
      @Schema(
              description =
                  "hash of the definition and all it stands on; a point of a series has it")
          String hash,
      @Schema(
              description = "the ledger position from which it is known; null: from the beginning",
              nullable = true)
          Optional<Long> since,
      @Schema(
              description = "the first day of a period it governs; null: all before",
              nullable = true)
          Optional<String> from,
      @Schema(description = "the last such day; null: all after", nullable = true)
          Optional<String> until,
      @Schema(description = "why another comes after it") Text note,
      FigureDefinition definition) {
    static FigureVersion of(Figures.Version v) {
      return new FigureVersion(
          v.hash(),
          Optional.of(v.since()).filter(k -> k > 0 && k < Long.MAX_VALUE),
          Optional.of(v.from()).filter(d -> !d.equals(LocalDate.MIN)).map(LocalDate::toString),
          Optional.of(v.until()).filter(d -> !d.equals(LocalDate.MAX)).map(LocalDate::toString),
          v.note(),
          FigureDefinition.of(v.definition()));
    }
  }

  /** How a value comes about. */
  record Making(
      @Schema(
              description =
                  "flow: rows happen in a period; stock: rows are true on a day;"
                      + " step: over the points of another figure")
          String kind,
      Way way,
      @Schema(description = "the figure a step is taken over", nullable = true) Optional<String> of,
      @Schema(description = "the author's select", nullable = true) Optional<String> sql,
      @Schema(description = "the select with all time predicates", nullable = true)
          Optional<String> compiled,
      @Schema(description = "column of the rows to the register whose record it names")
          Map<String, String> links,
      @Schema(description = "registers the rows are read from") List<String> registers) {

    static Making of(Definition.Made made) {
      return switch (made) {
        case Definition.Folded f ->
            new Making(
                f.flow() ? "flow" : "stock",
                way(f.fold()),
                Optional.empty(),
                Optional.of(f.sql()),
                Optional.of(f.compiled()),
                new TreeMap<>(f.links()),
                f.registers());
        case Definition.Stepped s ->
            new Making(
                "step",
                way(s.step()),
                Optional.of(s.of()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
      };
    }

    private static Way way(Fold fold) {
      return switch (fold) {
        case Fold.Count c -> new Way("count", Map.of());
        case Fold.Sum s -> new Way("sum", Map.of("column", s.column()));
        case Fold.Mean m -> new Way("mean", Map.of("column", m.column()));
        case Fold.Ratio r ->
            new Way("ratio", Map.of("numerator", r.numerator(), "denominator", r.denominator()));
        case Fold.CountDistinct c -> new Way("count_distinct", Map.of("column", c.column()));
        case Fold.Min m -> new Way("min", Map.of("column", m.column()));
        case Fold.Max m -> new Way("max", Map.of("column", m.column()));
        case Fold.Quantile q ->
            new Way("quantile", Map.of("column", q.column(), "share", q.share().toPlainString()));
        case Fold.Last l -> new Way("last", Map.of("column", l.column()));
      };
    }

    private static Way way(Step step) {
      return switch (step) {
        case Step.YearOnYear y -> new Way("yoy", Map.of());
        case Step.Rank r -> new Way("rank", rank(r));
        case Step.Streak s -> new Way("streak", streak(s));
        case Step.Difference d -> new Way("difference", Map.of("minus", d.minus()));
        case Step.Ratio r -> new Way("ratio", Map.of("to", r.to()));
        case Step.Score s -> {
          Map<String, String> options = new HashMap<>();
          options.put("each", s.each());
          options.put("group", s.group());
          options.put("decimals", String.valueOf(s.decimals()));
          s.bonus().ifPresent(b -> options.put("bonus", b));
          yield new Way("score", options);
        }
        case Step.Grade g -> {
          Map<String, String> options = new HashMap<>();
          options.put("shares", g.shares());
          g.last().ifPresent(l -> options.put("last", l));
          yield new Way("grade", options);
        }
        case Step.Reduction r -> new Way("reduction", Map.of("key", r.key()));
        case Step.Parts p ->
            new Way(
                "parts",
                Map.of("each", p.each(), "are", p.comparison() + " " + p.number().toPlainString()));
        case Step.PeriodOnPeriod p -> new Way("pop", Map.of());
        case Step.YearToDate y -> new Way("ytd", Map.of());
        case Step.Rolling r -> new Way("rolling", Map.of("periods", String.valueOf(r.periods())));
        case Step.Share s -> new Way("share", Map.of());
        case Step.Best b -> new Way("best", Map.of("is", b.highest() ? "highest" : "lowest"));
        case Step.Light l -> new Way("light", Map.of("rules", light(l)));
      };
    }
  }

  private static Map<String, String> streak(Step.Streak streak) {
    Map<String, String> options = new TreeMap<>();
    options.put("is", String.valueOf(streak.is()));
    options.put(
        "breaks", streak.breaks().stream().map(b -> word(b)).collect(Collectors.joining(", ")));
    return options;
  }

  private static Map<String, String> rank(Step.Rank rank) {
    Map<String, String> options = new TreeMap<>();
    options.put("order", rank.descending() ? "desc" : "asc");
    options.put("among", rank.among());
    rank.minimum()
        .ifPresent(m -> {
          options.put("minimum of", m.of());
          options.put("minimum at_least", m.atLeast().toPlainString());
        });
    return options;
  }

  /** The rules in a line each: {@code red: gdp < 80, open_obstacles > 3}. */
  private static String light(Step.Light light) {
    return light.rules().stream()
        .map(r ->
            word(r.colour())
                + ": "
                + r.when().stream()
                    .map(c -> c.figure() + " " + c.comparison() + " " + c.number().toPlainString())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }

  /** A fold or a step with its options, named as in a figure's file. */
  record Way(String kind, Map<String, String> options) {}

  /** A value: a number, or the reason why there is none. */
  record Amount(
      @Schema(
              description = "rounded half up as the definition says",
              nullable = true,
              example = "520.6")
          Optional<String> shown,
      Text unit,
      @Schema(description = "exact; the value is numerator ÷ denominator", nullable = true)
          Optional<String> numerator,
      @Schema(nullable = true) Optional<String> denominator,
      @Schema(description = "how many rows it is made of") long rows,
      @Schema(description = "why there is no value", nullable = true) Optional<Text> why) {

    static Amount of(Value value, Definition definition) {
      return switch (value) {
        case Value.Number n ->
            new Amount(
                Optional.of(n.rounded(definition.decimals()).toPlainString()),
                definition.unit(),
                Optional.of(n.numerator().toPlainString()),
                Optional.of(n.denominator().toPlainString()),
                n.rows(),
                Optional.empty());
        case Value.None none ->
            new Amount(
                Optional.empty(),
                definition.unit(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(none.why()));
      };
    }
  }

  /** The value that was asked for, with the question as it was understood. */
  record FigureValue(
      String figure,
      String unit,
      String period,
      String on,
      long known,
      @Schema(description = "columns to the values they must have") Map<String, String> where,
      @Schema(description = "hash of the definition") String definition,
      Amount value,
      FigureStandards against,
      @Schema(
              description =
                  "the position as of which what makes the figure fast is being computed anew;"
                      + " until then its values come from the records, as right and slower",
              nullable = true)
          Optional<Long> recomputing) {
    static FigureValue of(
        Ask ask, Definition d, Value value, FigureStandards against, Optional<Long> recomputing) {
      return new FigureValue(
          d.name(),
          ask.unit(),
          ask.period().toString(),
          ask.when().on().toString(),
          ask.when().known(),
          new TreeMap<>(ask.where()),
          d.hash(),
          Amount.of(value, d),
          against,
          recomputing);
    }
  }

  /** A page of the rows a value is folded from. */
  record FigureRows(
      List<String> columns,
      @Schema(description = "column to the register whose record it names")
          Map<String, String> links,
      List<Map<String, String>> rows,
      @Schema(description = "rows in all") long total,
      @Schema(description = "the fold of all rows, computed apart from the value") Amount folded) {
    static FigureRows of(Figures.Rows rows, Map<String, String> links) {
      return new FigureRows(
          rows.columns(),
          new TreeMap<>(links),
          rows.rows(),
          rows.total(),
          Amount.of(rows.refolded(), rows.definition()));
    }
  }

  /**
   * One point of a series.
   *
   * @param definition hash of the definition that governs it; where it changes, the series breaks
   */
  record FigurePoint(String period, Amount value, String definition) {}

  /** The value of the rows that have one key in a column. */
  record FigurePart(String key, Amount value) {}

  /**
   * @param firstEntry seq of the first entry that made the change
   * @param lastEntry seq of the last, mostly the same
   */
  record FigureChange(long firstEntry, long lastEntry, Amount before, Amount now) {}

  /** One unit's place in a ranking. */
  record FigureRank(
      @Schema(description = "null: it is not ranked", nullable = true) Optional<Integer> rank,
      @Schema(description = "whether another unit has the same rank") boolean tied,
      String unit,
      String name,
      Amount value,
      @Schema(description = "what a unit that is not ranked lacks", nullable = true)
          Optional<Text> why) {}

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
