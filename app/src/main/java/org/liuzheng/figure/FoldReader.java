package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liuzheng.yaml.YamlNode;

/** Reads how the rows of a figure become a number. */
final class FoldReader {
  private FoldReader() {}

  /** Reports a name that is no column of the rows. */
  static void known(CompiledRows compiled, YamlNode column) {
    if (compiled.column(column.text()).isEmpty()) {
      column.flaw("figure.unknown_rows_column", column.text(), names(compiled));
    }
  }

  private static String names(CompiledRows compiled) {
    return compiled.columns().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** What a {@code fold:} says, over these rows. */
  static Definition.Fold fold(CompiledRows compiled, YamlNode fold) {
    if (fold.isText() && fold.text().equals("count")) {
      return new Definition.Fold.Count();
    }
    Map<String, YamlNode> entries = fold.isMap() ? fold.entries() : Map.of();
    if (entries.size() == 1) {
      Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
      YamlNode of = only.getValue();
      switch (only.getKey()) {
        case "count" -> {
          return new Definition.Fold.Count();
        }
        case "sum" -> {
          return new Definition.Fold.Sum(number(compiled, of));
        }
        case "mean" -> {
          return new Definition.Fold.Mean(number(compiled, of));
        }
        case "ratio" -> {
          return ratio(compiled, of);
        }
        case "count distinct" -> {
          known(compiled, of);
          return new Definition.Fold.CountDistinct(of.text());
        }
        case "min" -> {
          return new Definition.Fold.Min(number(compiled, of));
        }
        case "max" -> {
          return new Definition.Fold.Max(number(compiled, of));
        }
        case "median" -> {
          return new Definition.Fold.Quantile(number(compiled, of), new BigDecimal("0.5"));
        }
        case "quantile" -> {
          return quantile(compiled, of);
        }
        case "last" -> {
          if (!compiled.flow()) {
            only.getValue().flaw("figure.last_wants_flow");
          }
          return new Definition.Fold.Last(number(compiled, of));
        }
        default -> {}
      }
    }
    fold.flaw("figure.wants_fold");
    return new Definition.Fold.Count();
  }

  private static Definition.Fold quantile(CompiledRows compiled, YamlNode of) {
    List<YamlNode> both = of.items();
    boolean share =
        both.size() == 2
            && both.get(1).text().matches("0\\.\\d{1,6}")
            && new BigDecimal(both.get(1).text()).signum() > 0;
    if (!share) {
      of.flaw("figure.quantile_wants_share");
      return new Definition.Fold.Count();
    }
    return new Definition.Fold.Quantile(
        number(compiled, both.get(0)), new BigDecimal(both.get(1).text()));
  }

  private static Definition.Fold ratio(CompiledRows compiled, YamlNode of) {
    List<YamlNode> both = of.items();
    if (both.size() != 2) {
      of.flaw("figure.ratio_wants_two");
      return new Definition.Fold.Count();
    }
    return new Definition.Fold.Ratio(number(compiled, both.get(0)), number(compiled, both.get(1)));
  }

  private static String number(CompiledRows compiled, YamlNode column) {
    known(compiled, column);
    if (compiled.column(column.text()).filter(c -> c.kind() != Column.Kind.NUMBER).isPresent()) {
      column.flaw("figure.fold_wants_number", column.text());
    }
    return column.text();
  }
}
