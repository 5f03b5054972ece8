package org.liuzheng.claim;

import org.liuzheng.figure.Definition;

/** How a figure comes about, as far as a kind of claim depends on it. */
enum Make {
  COUNT,
  /** A number out of the rows' numbers: their sum, the largest, the last … */
  VALUE,
  MEAN,
  RATIO,
  /** Growth over the same period a year earlier. */
  GROWTH,
  /** Growth over the period before, which is no growth over a year. */
  CHANGE,
  RANK,
  STREAK,
  DIFFERENCE,
  REDUCTION,
  /** A colour, which no words can state as a number. */
  LIGHT;

  static Make of(Definition definition) {
    return switch (definition.made()) {
      case Definition.Folded folded ->
          switch (folded.fold()) {
            case Definition.Fold.Count c -> COUNT;
            case Definition.Fold.CountDistinct c -> COUNT;
            case Definition.Fold.Sum s -> VALUE;
            case Definition.Fold.Mean m -> MEAN;
            case Definition.Fold.Ratio r -> RATIO;
            case Definition.Fold.Min m -> VALUE;
            case Definition.Fold.Max m -> VALUE;
            case Definition.Fold.Quantile q -> VALUE;
            case Definition.Fold.Last l -> VALUE;
          };
      case Definition.Stepped stepped ->
          switch (stepped.step()) {
            case Definition.Step.YearOnYear y -> GROWTH;
            case Definition.Step.PeriodOnPeriod p -> CHANGE;
            case Definition.Step.YearToDate y -> VALUE;
            case Definition.Step.Rolling r -> VALUE;
            case Definition.Step.Share s -> RATIO;
            case Definition.Step.Score s -> MEAN;
            case Definition.Step.Grade g -> COUNT;
            case Definition.Step.Parts p -> COUNT;
            case Definition.Step.Ratio r -> RATIO;
            case Definition.Step.Best b -> VALUE;
            case Definition.Step.Light l -> LIGHT;
            case Definition.Step.Rank r -> RANK;
            case Definition.Step.Streak s -> STREAK;
            case Definition.Step.Difference d -> DIFFERENCE;
            case Definition.Step.Reduction r -> REDUCTION;
          };
    };
  }
}
