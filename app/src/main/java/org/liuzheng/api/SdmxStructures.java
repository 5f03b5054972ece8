package org.liuzheng.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Dataflows, their one structure, and the code lists, as SDMX-JSON 2.0 has them. */
final class SdmxStructures {
  static final String TIME = "TIME_PERIOD";
  static final String VALUE = "OBS_VALUE";
  static final List<String> KINDS =
      List.of("dataflow", "datastructure", "codelist", "conceptscheme");
  static final Map<String, Text> FREQUENCIES = words("api.sdmx.freq.", "A", "Q", "M", "D");
  static final Map<String, Text> STATUSES =
      words("api.sdmx.status.", Sdmx.NORMAL, Sdmx.PROVISIONAL, Sdmx.MISSING);
  private static final List<String> DIMENSIONS = List.of("FREQ", "REF_AREA");
  private static final List<String> ATTRIBUTES =
      List.of("UNIT_MEASURE", "DECIMALS", "KNOWN", "OBS_STATUS", "DEFINITION");
  private static final Map<String, String> CODED =
      Map.of(
          "FREQ", "CL_FREQ",
          "REF_AREA", "CL_REF_AREA",
          "UNIT_MEASURE", "CL_UNIT_MEASURE",
          "OBS_STATUS", "CL_OBS_STATUS");

  private final List<Definition> figures;
  private final Map<String, Text> units;
  private final boolean chinese;

  /**
   * @param units code to name
   */
  SdmxStructures(List<Definition> figures, Map<String, Text> units, boolean chinese) {
    this.figures = figures;
    this.units = units;
    this.chinese = chinese;
  }

  private static Map<String, Text> words(String key, String... codes) {
    Map<String, Text> words = new LinkedHashMap<>();
    for (String code : codes) {
      words.put(code, Words.text(key + code));
    }
    return words;
  }

  static Text concept(String id) {
    return Words.text("api.sdmx.concept." + id);
  }

  /** What a message of this kind of structures holds, by the name SDMX-JSON has for it. */
  Map<String, List<Map<String, Object>>> of(String kind) {
    return switch (kind) {
      case "dataflow" -> Map.of("dataflows", figures.stream().map(this::dataflow).toList());
      case "datastructure" -> Map.of("dataStructures", List.of(structure()));
      case "codelist" -> Map.of("codelists", codelists());
      default -> Map.of("conceptSchemes", List.of(concepts()));
    };
  }

  private Map<String, Object> maintained(String id, Text name) {
    Map<String, Object> artefact = Sdmx.named(id, name, chinese);
    artefact.put("agencyID", Sdmx.AGENCY);
    artefact.put("version", Sdmx.VERSION);
    artefact.put("isFinal", false);
    return artefact;
  }

  private Map<String, Object> dataflow(Definition figure) {
    Map<String, Object> flow = maintained(figure.name(), figure.label());
    flow.put("description", chinese ? figure.meaning().zh() : figure.meaning().en());
    flow.put("descriptions", Sdmx.names(figure.meaning()));
    flow.put("structure", Sdmx.structure());
    return flow;
  }

  private Map<String, Object> structure() {
    Map<String, Object> structure = maintained(Sdmx.STRUCTURE, concept("DSD"));
    List<Map<String, Object>> dimensions = new ArrayList<>();
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      Map<String, Object> dimension = component(DIMENSIONS.get(i));
      dimension.put("position", i);
      dimensions.add(dimension);
    }
    Map<String, Object> time = component(TIME);
    time.put("position", DIMENSIONS.size());
    structure.put(
        "dataStructureComponents",
        Map.of(
            "dimensionList",
            Map.of("id", "DimensionDescriptor", "dimensions", dimensions, "timeDimension", time),
            "attributeList",
            Map.of(
                "id",
                "AttributeDescriptor",
                "attributes",
                ATTRIBUTES.stream().map(SdmxStructures::component).toList()),
            "measureList",
            Map.of("id", "MeasureDescriptor", "measures", List.of(component(VALUE)))));
    return structure;
  }

  private static Map<String, Object> component(String id) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("id", id);
    component.put("conceptIdentity", Sdmx.concept(id));
    if (CODED.containsKey(id)) {
      component.put(
          "localRepresentation",
          Map.of("enumeration", Sdmx.codelist(Objects.requireNonNull(CODED.get(id)))));
    }
    return component;
  }

  private List<Map<String, Object>> codelists() {
    Map<String, Text> measures = new LinkedHashMap<>();
    figures.forEach(f -> measures.put(Sdmx.measure(f.unit()), f.unit()));
    Map<String, Text> areas = new LinkedHashMap<>();
    areas.put(Sdmx.TOTAL, Words.text("api.sdmx.total"));
    areas.putAll(units);
    return List.of(
        codelist("FREQ", FREQUENCIES),
        codelist("REF_AREA", areas),
        codelist("UNIT_MEASURE", measures),
        codelist("OBS_STATUS", STATUSES));
  }

  private Map<String, Object> codelist(String component, Map<String, Text> codes) {
    Map<String, Object> list = maintained("CL_" + component, concept(component));
    list.put(
        "codes",
        codes.entrySet().stream().map(c -> Sdmx.named(c.getKey(), c.getValue(), chinese)).toList());
    return list;
  }

  private Map<String, Object> concepts() {
    Map<String, Object> scheme = maintained(Sdmx.CONCEPTS, concept("CS"));
    List<String> ids = new ArrayList<>(DIMENSIONS);
    ids.add(TIME);
    ids.add(VALUE);
    ids.addAll(ATTRIBUTES);
    scheme.put("concepts", ids.stream().map(id -> Sdmx.named(id, concept(id), chinese)).toList());
    return scheme;
  }
}
