package org.liuzheng.claim;

import org.liuzheng.figure.Definition;

/** How a figure comes about, as far as a kind of claim depends on it. */
enum Make {
  COUNT,
  SUM,
  MEAN,
  RATIO,
  GROWTH,
  RANK,
  STREAK,
  DIFFERENCE,
  REDUCTION;

  static Make of(Definition definition) {
    return switch (definition.made()) {
      case Definition.Folded folded -> switch (folded.fold()) {
        case Definition.Fold.Count c -> COUNT;
        case Definition.Fold.CountDistinct c -> COUNT;
        case Definition.Fold.Sum s -> SUM;
        case Definition.Fold.Mean m -> MEAN;
        case Definition.Fold.Ratio r -> RATIO;
        case Definition.Fold.Min m -> SUM;
        case Definition.Fold.Max m -> SUM;
        case Definition.Fold.Quantile q -> SUM;
        case Definition.Fold.Last l -> SUM;
      };
      case Definition.Stepped stepped -> switch (stepped.step()) {
        case Definition.Step.YearOnYear y -> GROWTH;
        case Definition.Step.PeriodOnPeriod p -> GROWTH;
        case Definition.Step.YearToDate y -> SUM;
        case Definition.Step.Rolling r -> SUM;
        case Definition.Step.Share s -> RATIO;
        case Definition.Step.Best b -> COUNT;
        case Definition.Step.Light l -> COUNT;
        case Definition.Step.Rank r -> RANK;
        case Definition.Step.Streak s -> STREAK;
        case Definition.Step.Difference d -> DIFFERENCE;
        case Definition.Step.Reduction r -> REDUCTION;
      };
    };
  }
}
