package org.liuzheng.claim;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuzheng.claim.Claim.Question;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.claim.Given.Option;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;

/** Makes a reading out of what its author gave, and reports what does not fit together. */
final class ReadingReader {
  private static final Set<String> OPTIONS =
      Set.of("kind", "figure", "unit", "period", "on", "is", "worst");
  private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)\\s*(-?\\d+(?:\\.\\d+)?)");

  private final String unit;
  private final String period;
  private final FigureShelf figures;

  /**
   * @param unit and {@code period} of claims that name none
   */
  ReadingReader(String unit, String period, FigureShelf figures) {
    this.unit = unit;
    this.period = period;
    this.figures = figures;
  }

  /** Empty when something is wrong. */
  Optional<Reading> read(Given given) {
    Option figure = given.options().get("figure");
    if (figure == null) {
      given.place().flaw("yaml.missing", "figure");
      return Optional.empty();
    }
    Optional<Definition> found = figures.find(figure.value());
    if (found.isEmpty()) {
      figure.place().flaw("claim.unknown_figure", figure.value(), figures.nearest(figure.value()));
      return Optional.empty();
    }
    return read(given, found.get());
  }

  private Optional<Reading> read(Given given, Definition definition) {
    Optional<Kind> kind = kind(given, definition);
    Optional<Period> asked = period(given);
    Optional<Optional<LocalDate>> on = on(given);
    Optional<List<Map<String, String>>> filters = filters(given, definition);
    if (kind.isEmpty() || asked.isEmpty() || on.isEmpty() || filters.isEmpty()) {
      return Optional.empty();
    }
    return must(given, kind.get(), definition)
        .map(must ->
            new Reading(
                given.says(),
                kind.get(),
                new Question(
                    definition.name(),
                    value(given, "unit", unit),
                    asked.get(),
                    on.get(),
                    filters.get()),
                must));
  }

  private static String value(Given given, String key, String otherwise) {
    Option option = given.options().get(key);
    return option == null ? otherwise : option.value();
  }

  private static Optional<Kind> kind(Given given, Definition definition) {
    Option option = given.options().get("kind");
    if (option == null) {
      return Optional.of(Kind.usual(definition));
    }
    Optional<Kind> kind = Kind.parse(option.value());
    if (kind.isEmpty()) {
      option
          .place()
          .flaw(
              "claim.unknown_kind",
              option.value(),
              Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", ")));
    }
    return kind.filter(k ->
        k.refuses(definition)
            .map(why -> {
              option.place().flaw("claim.as_said", why);
              return false;
            })
            .orElse(true));
  }

  private Optional<Period> period(Given given) {
    Option option = given.options().get("period");
    String text = option == null ? period : option.value();
    Optional<Period> parsed = Period.parse(text);
    if (parsed.isEmpty() && option != null) {
      option.place().flaw("claim.bad_period", text);
    }
    return parsed;
  }

  /** Empty when the day cannot be read; holding nothing when none is given. */
  private static Optional<Optional<LocalDate>> on(Given given) {
    Option option = given.options().get("on");
    if (option == null) {
      return Optional.of(Optional.empty());
    }
    try {
      return Optional.of(Optional.of(LocalDate.parse(option.value())));
    } catch (DateTimeException e) {
      option.place().flaw("claim.bad_day", option.value());
      return Optional.empty();
    }
  }

  private Optional<List<Map<String, String>>> filters(Given given, Definition definition) {
    Map<String, Option> common = new LinkedHashMap<>(given.options());
    common.keySet().removeAll(OPTIONS);
    List<Map<String, String>> filters = new ArrayList<>();
    boolean known = known(common, definition);
    for (Map<String, Option> one :
        given.each().isEmpty() ? List.of(Map.<String, Option>of()) : given.each()) {
      known &= known(one, definition);
      Map<String, String> filter = new LinkedHashMap<>();
      common.forEach((column, value) -> filter.put(column, value.value()));
      one.forEach((column, value) -> filter.put(column, value.value()));
      filters.add(filter);
    }
    return known ? Optional.of(filters) : Optional.empty();
  }

  private boolean known(Map<String, Option> filter, Definition definition) {
    List<String> columns = figures.columns(definition);
    filter.forEach((column, value) -> {
      if (!columns.contains(column)) {
        value
            .place()
            .flaw(
                "claim.no_column",
                column,
                definition.name(),
                columns.isEmpty() ? "–" : String.join(", ", columns));
      }
    });
    return columns.containsAll(filter.keySet());
  }

  private Optional<Requirement> must(Given given, Kind kind, Definition definition) {
    Option is = given.options().get("is");
    boolean none = is == null ? kind == Kind.ALL : is.value().equals("none");
    if (none) {
      if (kind != Kind.ALL && is != null) {
        is.place().flaw("claim.none_wants_all", kind.name());
        return Optional.empty();
      }
      return worst(given, definition).map(Requirement.NoException::new);
    }
    if (is == null) {
      return Optional.of(new Requirement.AsWritten());
    }
    Matcher compared = COMPARED.matcher(is.value().strip());
    if (!compared.matches()) {
      is.place().flaw("claim.bad_is", is.value());
      return Optional.empty();
    }
    return Arrays.stream(Claim.Order.values())
        .filter(o -> o.sign().equals(compared.group(1)))
        .<Requirement>map(o -> new Requirement.Compared(o, new BigDecimal(compared.group(2))))
        .findFirst();
  }

  private Optional<String> worst(Given given, Definition definition) {
    Option worst = given.options().get("worst");
    if (worst == null) {
      return Optional.of("");
    }
    return known(Map.of(worst.value(), worst), definition)
        ? Optional.of(worst.value())
        : Optional.empty();
  }
}
