package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.liuzheng.figure.Definition.Step.Light.Colour;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.springframework.stereotype.Component;

/** Judgements from the registers that figures name. */
@Component
class RecordedJudgements implements Judgements {
  private static final String FIGURE = "figure";
  private static final String UNIT = "unit";
  private static final String PERIOD = "period";
  private static final String COLOUR = "colour";
  private static final String REASON = "reason";
  private static final String BY = "judged_by";
  private static final String ON = "judged_on";

  private final Figures figures;
  private final Registers registers;

  RecordedJudgements(Figures figures, Registers registers) {
    this.figures = figures;
    this.registers = registers;
  }

  /** What a register of judgements lacks; none when it is one. */
  static List<String> lacking(Schema schema) {
    Stream<String> missing =
        Stream.of(FIGURE, UNIT, PERIOD, COLOUR, REASON, BY, ON)
            .filter(f -> schema.field(f).isEmpty());
    boolean known =
        schema.field(COLOUR).stream()
            .filter(f -> f.type() == FieldType.CHOICE)
            .flatMap(f -> f.choices().stream())
            .allMatch(c -> Stream.of(Colour.values()).anyMatch(v -> word(v).equals(c.code())));
    boolean keyed = schema.key().equals(List.of(FIGURE, UNIT, PERIOD));
    return Stream.of(
            missing,
            Stream.of("colour: [green, yellow, red, grey]").filter(c -> !known),
            Stream.of("key: [figure, unit, period]").filter(k -> !keyed))
        .flatMap(s -> s)
        .toList();
  }

  private static String word(Colour colour) {
    return colour.name().toLowerCase(Locale.ROOT);
  }

  private record Moment(String register, When when) {}

  @Override
  public Map<Ask, Judgement> of(Collection<Ask> asks) {
    Map<Moment, Map<String, Ask>> wanted = new LinkedHashMap<>();
    asks.stream()
        .filter(a -> a.where().isEmpty())
        .forEach(ask ->
            figures
                .definition(ask)
                .standards()
                .judgement()
                .flatMap(register ->
                    registers.schema(register).isEmpty()
                        ? java.util.Optional.empty()
                        : registers
                            .id(register, about(ask))
                            .map(id -> Map.entry(new Moment(register, ask.when()), id)))
                .ifPresent(e ->
                    wanted
                        .computeIfAbsent(e.getKey(), m -> new HashMap<>())
                        .put(e.getValue(), ask)));
    Map<Ask, Judgement> found = new HashMap<>();
    wanted.forEach((moment, ids) ->
        registers
            .records(moment.register(), ids.keySet(), moment.when())
            .forEach((id, version) ->
                found.put(Objects.requireNonNull(ids.get(id)), judgement(version))));
    return found;
  }

  private static Map<String, String> about(Ask ask) {
    return Map.of(FIGURE, ask.figure(), UNIT, ask.unit(), PERIOD, ask.period().toString());
  }

  private static Judgement judgement(Version version) {
    return new Judgement(
        Colour.valueOf(version.value(COLOUR).toUpperCase(Locale.ROOT)),
        version.value(REASON),
        version.value(BY),
        version.value(ON),
        version.register(),
        version.record(),
        version.entry());
  }
}
