package org.liuzheng.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Text;

/**
 * What a data query found.
 *
 * @param units code to name, in the order of the key
 * @param vintages what was known at each position, the earliest first; one without history
 */
record SdmxObservations(
    Definition figure,
    Period.Kind frequency,
    Map<String, Text> units,
    List<Period> periods,
    List<Vintage> vintages) {

  /**
   * @param known the ledger position
   * @param from the moment from which it stood so
   * @param series unit code to its observations, one for each period
   */
  record Vintage(long known, Instant from, Map<String, List<Observation>> series) {}

  /**
   * @param value empty when there is none
   * @param definition hash of the definition that governs it
   */
  record Observation(Optional<String> value, String status, String definition) {}

  /** SDMX-CSV 2.0: a line for each observation; {@code KNOWN} is the position it is known at. */
  String csv() {
    StringBuilder csv =
        new StringBuilder(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                + "UNIT_MEASURE,DECIMALS,DEFINITION,KNOWN\r\n");
    for (Vintage vintage : vintages) {
      vintage
          .series()
          .forEach((unit, observations) -> {
            for (int i = 0; i < observations.size(); i++) {
              Observation o = observations.get(i);
              csv.append(
                  String.join(
                          ",",
                          "dataflow",
                          Sdmx.reference(figure.name()),
                          "I",
                          Sdmx.frequency(frequency),
                          quoted(unit),
                          periods.get(i).toString(),
                          o.value().orElse(""),
                          o.status(),
                          Sdmx.measure(figure.unit()),
                          String.valueOf(figure.decimals()),
                          o.definition(),
                          String.valueOf(vintage.known()))
                      + "\r\n");
            }
          });
    }
    return csv.toString();
  }

  private static String quoted(String code) {
    return code.matches("[\\w-]*") ? code : "\"" + code.replace("\"", "\"\"") + "\"";
  }

  /** The data of an SDMX-JSON 2.0 message. */
  Map<String, Object> json(boolean chinese) {
    List<String> codes = List.copyOf(units.keySet());
    List<String> definitions =
        vintages.stream()
            .flatMap(v -> v.series().values().stream())
            .flatMap(List::stream)
            .map(Observation::definition)
            .distinct()
            .toList();
    List<String> positions = vintages.stream().map(v -> String.valueOf(v.known())).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(
        "structures",
        List.of(
            Map.of(
                "links",
                    List.of(
                        Map.of("rel", "dataflow", "urn", Sdmx.dataflow(figure.name())),
                        Map.of("rel", "datastructure", "urn", Sdmx.structure())),
                "dataSets", IntStream.range(0, vintages.size()).boxed().toList(),
                "dimensions", dimensions(chinese),
                "measures",
                    Map.of(
                        "observation",
                        List.of(
                            Sdmx.named(
                                SdmxStructures.VALUE,
                                SdmxStructures.concept(SdmxStructures.VALUE),
                                chinese))),
                "attributes", attributes(definitions, positions, chinese))));
    data.put(
        "dataSets", vintages.stream().map(v -> dataSet(v, codes, definitions, positions)).toList());
    return data;
  }

  private Map<String, Object> dimensions(boolean chinese) {
    return Map.of(
        "series",
        List.of(
            component("FREQ", 0, List.of(freq(chinese)), chinese),
            component(
                "REF_AREA",
                1,
                units.entrySet().stream()
                    .map(u -> Sdmx.named(u.getKey(), u.getValue(), chinese))
                    .toList(),
                chinese)),
        "observation",
        List.of(
            component(
                SdmxStructures.TIME,
                2,
                periods.stream()
                    .map(p -> {
                      Map<String, Object> period =
                          Sdmx.named(p.toString(), Text.same(p.toString()), chinese);
                      period.put("start", p.start() + "T00:00:00");
                      period.put("end", p.end() + "T23:59:59");
                      return period;
                    })
                    .toList(),
                chinese)));
  }

  private Map<String, Object> attributes(
      List<String> definitions, List<String> positions, boolean chinese) {
    return Map.of(
        "dataSet",
        List.of(
            component(
                "UNIT_MEASURE",
                -1,
                List.of(Sdmx.named(Sdmx.measure(figure.unit()), figure.unit(), chinese)),
                chinese),
            component("DECIMALS", -1, values(List.of(String.valueOf(figure.decimals()))), chinese),
            component("KNOWN", -1, values(positions), chinese)),
        "series",
        List.of(),
        "observation",
        List.of(
            component(
                "OBS_STATUS",
                -1,
                SdmxStructures.STATUSES.entrySet().stream()
                    .map(s -> Sdmx.named(s.getKey(), s.getValue(), chinese))
                    .toList(),
                chinese),
            component("DEFINITION", -1, values(definitions), chinese)));
  }

  private Map<String, Object> freq(boolean chinese) {
    String code = Sdmx.frequency(frequency);
    return Sdmx.named(code, Objects.requireNonNull(SdmxStructures.FREQUENCIES.get(code)), chinese);
  }

  private static List<Map<String, Object>> values(List<String> texts) {
    return texts.stream().map(t -> Map.<String, Object>of("value", t)).toList();
  }

  /**
   * @param position in the key; negative for an attribute
   */
  private static Map<String, Object> component(
      String id, int position, List<Map<String, Object>> values, boolean chinese) {
    Map<String, Object> component = Sdmx.named(id, SdmxStructures.concept(id), chinese);
    if (position >= 0) {
      component.put("keyPosition", position);
    }
    component.put("values", values);
    return component;
  }

  private Map<String, Object> dataSet(
      Vintage vintage, List<String> codes, List<String> definitions, List<String> positions) {
    Map<String, Object> series = new LinkedHashMap<>();
    List<String> statuses = List.copyOf(SdmxStructures.STATUSES.keySet());
    vintage
        .series()
        .forEach((unit, found) -> {
          Map<String, Object> observations = new LinkedHashMap<>();
          for (int i = 0; i < found.size(); i++) {
            Observation o = found.get(i);
            List<@Nullable Object> values = new ArrayList<>();
            values.add(o.value().orElse(null));
            values.add(statuses.indexOf(o.status()));
            values.add(definitions.indexOf(o.definition()));
            observations.put(String.valueOf(i), values);
          }
          series.put("0:" + codes.indexOf(unit), Map.of("observations", observations));
        });
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("structure", 0);
    set.put("action", "Information");
    set.put("validFrom", vintage.from().toString());
    set.put("attributes", List.of(0, 0, positions.indexOf(String.valueOf(vintage.known()))));
    set.put("series", series);
    return set;
  }
}
