package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.liuzheng.api.FigureShapes.Amount;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Completeness;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Judgement;

/** What a value is held against. */
record FigureStandards(
    @Schema(description = "what it shall reach", nullable = true) Optional<Amount> target,
    @Schema(description = "what it must not fall short of", nullable = true) Optional<Amount> floor,
    @Schema(description = "who has reported; null where nobody counts", nullable = true)
        Optional<Reports> reports,
    @Schema(
            description =
                "what a person says of a light; it stands beside the computed colour, which it"
                    + " does not change",
            nullable = true)
        Optional<Judged> judgement) {

  /** A judgement, as its register has it. */
  record Judged(
      @Schema(description = "green, yellow, red or grey") String colour,
      String reason,
      String by,
      String on,
      String register,
      String record,
      @Schema(description = "the entry that states it") long entry) {
    static Judged of(Judgement j) {
      return new Judged(
          j.colour().name().toLowerCase(Locale.ROOT),
          j.reason(),
          j.by(),
          j.on(),
          j.register(),
          j.record(),
          j.entry());
    }
  }

  /** How many reports a value rests on. */
  record Reports(
      long expected,
      long received,
      @Schema(nullable = true) Optional<Long> late,
      @Schema(nullable = true) Optional<Long> estimated,
      @Schema(description = "received ÷ expected below which the value is provisional")
          String floor,
      boolean provisional) {
    static Reports of(Completeness c) {
      return new Reports(
          c.expected().number(),
          c.received().number(),
          c.late().map(Completeness.Count::number),
          c.estimated().map(Completeness.Count::number),
          c.floor().toPlainString(),
          c.provisional());
    }
  }

  static FigureStandards of(Figures figures, Optional<Judgement> judgement, Ask ask) {
    Definition definition = figures.definition(ask);
    return new FigureStandards(
        figures.target(ask).map(t -> Amount.of(t, definition)),
        figures.floor(ask).map(f -> Amount.of(f, definition)),
        figures.completeness(ask).map(Reports::of),
        judgement.map(Judged::of));
  }
}
