package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.figure.Definition.Step.Streak.Break;
import org.liuzheng.yaml.YamlNode;

/** Reads a step over the points of another figure. */
final class StepReader {
  private static final int LONGEST_WINDOW = 400;
  private static final String ONE_OF = "figure.wants_one_of";
  private static final List<Break> USUAL_BREAKS =
      List.of(Break.MISSING, Break.COMPETITORS, Break.TOO_FEW);
  private static final int MOST_DECIMALS = 9;
  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");

  private StepReader() {}

  /**
   * What a {@code step:} says.
   *
   * @param of the figure it is taken over
   */
  static Definition.Step step(String of, YamlNode step) {
    Supplier<Definition.Step> wrong =
        () -> {
          step.flaw("figure.wants_step");
          return new Definition.Step.YearOnYear();
        };
    if (step.isText()) {
      return switch (step.text()) {
        case "yoy" -> new Definition.Step.YearOnYear();
        case "pop" -> new Definition.Step.PeriodOnPeriod();
        case "ytd" -> new Definition.Step.YearToDate();
        case "share" -> new Definition.Step.Share();
        default -> wrong.get();
      };
    }
    Map<String, YamlNode> entries = step.isMap() ? step.entries() : Map.of();
    if (entries.size() != 1) {
      return wrong.get();
    }
    Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
    YamlNode options = only.getValue();
    return switch (only.getKey()) {
      case "yoy" -> new Definition.Step.YearOnYear();
      case "rank" -> rank(options);
      case "streak" -> {
        options.onlyKeys("is", "breaks");
        yield new Definition.Step.Streak(options.need("is").whole(), breaks(options));
      }
      case "difference" -> {
        options.onlyKeys("minus");
        yield new Definition.Step.Difference(options.need("minus").text());
      }
      case "ratio" -> {
        options.onlyKeys("to");
        yield new Definition.Step.Ratio(options.need("to").text());
      }
      case "score" -> {
        options.onlyKeys("each", "group", "decimals", "bonus");
        yield new Definition.Step.Score(
            options.need("each").text(),
            options.need("group").text(),
            Math.clamp(options.need("decimals").whole(), 0, MOST_DECIMALS),
            options.get("bonus").map(YamlNode::text));
      }
      case "grade" -> {
        options.onlyKeys("shares", "last");
        yield new Definition.Step.Grade(
            options.need("shares").text(), options.get("last").map(YamlNode::text));
      }
      case "rolling" -> {
        options.onlyKeys("periods");
        yield rolling(options.need("periods"));
      }
      case "best" -> {
        options.onlyKeys("is");
        YamlNode is = options.need("is");
        if (!is.text().matches("highest|lowest")) {
          is.flaw(ONE_OF, is.text(), "highest, lowest");
        }
        yield new Definition.Step.Best(is.text().equals("highest"));
      }
      case "light" ->
          new Definition.Step.Light(options.items().stream().map(r -> rule(of, r)).toList());
      case "reduction" -> {
        options.onlyKeys("key");
        yield new Definition.Step.Reduction(options.need("key").text());
      }
      case "parts" -> {
        options.onlyKeys("each", "are");
        Definition.Step.Light.Condition are = condition(of, options.need("are"));
        yield new Definition.Step.Parts(
            options.need("each").text(), are.comparison(), are.number());
      }
      default -> wrong.get();
    };
  }

  /** What ends a run; each is said, or the usual ones do. */
  private static List<Break> breaks(YamlNode options) {
    return options
        .get("breaks")
        .map(b -> b.items().stream().flatMap(StepReader::oneBreak).toList())
        .orElse(USUAL_BREAKS);
  }

  private static Stream<Break> oneBreak(YamlNode node) {
    Optional<Break> known =
        Stream.of(Break.values())
            .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(node.text()))
            .findFirst();
    if (known.isEmpty()) {
      node.flaw(
          ONE_OF,
          node.text(),
          Stream.of(Break.values())
              .map(b -> b.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ")));
    }
    return known.stream();
  }

  private static Definition.Step rolling(YamlNode periods) {
    int number = periods.whole();
    if (number < 2 || number > LONGEST_WINDOW) {
      periods.flaw("figure.number_range", periods.text());
    }
    return new Definition.Step.Rolling(Math.clamp(number, 2, LONGEST_WINDOW));
  }

  /** {@code {red: "< 80"}}, {@code {yellow: {open_obstacles: "> 3"}}}, {@code {green: {}}}. */
  private static Definition.Step.Light.Rule rule(String of, YamlNode rule) {
    Map<String, YamlNode> entries = rule.isMap() ? rule.entries() : Map.of();
    if (entries.size() != 1) {
      rule.flaw("figure.wants_light_rule");
      return new Definition.Step.Light.Rule(Definition.Step.Light.Colour.GREY, List.of());
    }
    Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
    YamlNode when = only.getValue();
    List<Definition.Step.Light.Condition> conditions = new ArrayList<>();
    if (when.isText()) {
      conditions.add(condition(of, when));
    } else {
      when.entries().forEach((figure, is) -> conditions.add(condition(figure, is)));
    }
    boolean known =
        Stream.of(Definition.Step.Light.Colour.values())
            .anyMatch(c -> c.name().toLowerCase(Locale.ROOT).equals(only.getKey()));
    if (!known) {
      rule.flaw(ONE_OF, only.getKey(), "red, yellow, green, grey");
    }
    return new Definition.Step.Light.Rule(
        known
            ? Definition.Step.Light.Colour.valueOf(only.getKey().toUpperCase(Locale.ROOT))
            : Definition.Step.Light.Colour.GREY,
        conditions);
  }

  private static Definition.Step.Light.Condition condition(String figure, YamlNode is) {
    Matcher parts = CONDITION.matcher(is.text().strip());
    if (!parts.matches()) {
      is.flaw("figure.wants_condition", is.text());
      return new Definition.Step.Light.Condition(figure, "=", BigDecimal.ZERO);
    }
    return new Definition.Step.Light.Condition(
        figure, parts.group(1), new BigDecimal(parts.group(2)));
  }

  private static Definition.Step rank(YamlNode options) {
    options.onlyKeys("order", "among", "minimum");
    YamlNode order = options.need("order");
    if (!order.text().matches("asc|desc")) {
      order.flaw(ONE_OF, order.text(), "asc, desc");
    }
    return new Definition.Step.Rank(
        order.text().equals("desc"),
        options.need("among").text(),
        options.get("minimum").map(StepReader::minimum));
  }

  private static Definition.Step.Rank.Minimum minimum(YamlNode minimum) {
    minimum.onlyKeys("of", "at_least");
    YamlNode least = minimum.need("at_least");
    boolean number = least.text().matches("\\d{1,12}(\\.\\d{1,9})?");
    if (!number) {
      least.flaw("figure.wants_least", least.text());
    }
    return new Definition.Step.Rank.Minimum(
        minimum.need("of").text(), number ? new BigDecimal(least.text()) : BigDecimal.ZERO);
  }
}
