package org.liuzheng.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.claim.Claim.Question;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Given.Option;
import org.liuzheng.claim.Given.Spot;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;

/** Makes a reading out of what its author gave, and reports what does not fit together. */
final class ReadingReader {
  private static final Set<String> OPTIONS = Set.of("kind", "figure", "unit", "period", "on");

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
    if (kind(given).filter(k -> k == Kind.LABEL).isPresent()) {
      return name(given);
    }
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

  /** A name rests on nothing, so that nothing can be said about what it rests on. */
  private Optional<Reading> name(Given given) {
    Map<String, Option> other = new LinkedHashMap<>(given.options());
    other.remove("kind");
    given.lists().forEach((key, values) -> values.forEach(v -> other.put(key, v)));
    other.forEach((key, option) -> option.place().flaw("claim.label_takes_nothing", key));
    return other.isEmpty()
        ? Period.parse(period)
            .map(p ->
                new Reading(
                    given.says(), Kind.LABEL, Question.none(p), new Claim.Requirement.Named()))
        : Optional.empty();
  }

  private Optional<Reading> read(Given given, Definition definition) {
    Optional<Kind> kind = kind(given, definition);
    Optional<Period> asked = period(given);
    Optional<Optional<LocalDate>> on = on(given);
    if (kind.isEmpty() || asked.isEmpty() || on.isEmpty()) {
      return Optional.empty();
    }
    MustReader must = new MustReader(given, kind.get(), asked.get(), definition, figures);
    Optional<List<Map<String, String>>> filters = filters(given, kind.get(), definition);
    Optional<Claim.Requirement> required = must.requirement();
    Optional<Optional<Claim.Among>> among = must.among();
    Optional<String> base = must.base();
    if (filters.isEmpty() || required.isEmpty() || among.isEmpty() || base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            given.says(),
            kind.get(),
            new Question(
                definition.name(),
                value(given, "unit", unit),
                asked.get(),
                on.get(),
                filters.get(),
                among.get(),
                base.get()),
            required.get()));
  }

  private static String value(Given given, String key, String otherwise) {
    Option option = given.options().get(key);
    return option == null ? otherwise : option.value();
  }

  private static Optional<Kind> kind(Given given) {
    return Optional.ofNullable(given.options().get("kind")).flatMap(o -> Kind.parse(o.value()));
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
        k.refuses(definition, given.options().containsKey("among"))
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

  private Optional<List<Map<String, String>>> filters(
      Given given, Kind kind, Definition definition) {
    Map<String, Option> common = new LinkedHashMap<>(given.options());
    common.keySet().removeAll(OPTIONS);
    common.keySet().removeAll(kind.options());
    List<Map<String, String>> filters = new ArrayList<>();
    boolean known = figures.known(common, definition);
    for (Map.Entry<String, List<Option>> list : given.lists().entrySet()) {
      if (!kind.options().contains(list.getKey())) {
        known = false;
        Spot at = list.getValue().isEmpty() ? given.place() : list.getValue().getFirst().place();
        at.flaw("claim.not_for_kind", list.getKey(), kind.name());
      }
    }
    for (Map<String, Option> one :
        given.each().isEmpty() ? List.of(Map.<String, Option>of()) : given.each()) {
      known &= figures.known(one, definition);
      Map<String, String> filter = new LinkedHashMap<>();
      common.forEach((column, value) -> filter.put(column, value.value()));
      one.forEach((column, value) -> filter.put(column, value.value()));
      filters.add(filter);
    }
    return known ? Optional.of(filters) : Optional.empty();
  }
}
