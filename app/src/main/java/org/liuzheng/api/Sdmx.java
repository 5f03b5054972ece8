package org.liuzheng.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Text;

/** How this district's things are called in SDMX. */
final class Sdmx {
  static final String AGENCY = "LIUZHENG";
  static final String VERSION = "1.0";
  static final String STRUCTURE = "DSD_FIGURE";
  static final String CONCEPTS = "CS_FIGURE";

  /** All rows, whatever their unit. */
  static final String TOTAL = "_T";

  /** What of an observation is said beside its value. */
  static final String NORMAL = "A";

  static final String PROVISIONAL = "P";
  static final String MISSING = "M";

  private static final String NOT_APPLICABLE = "_Z";
  private static final String PACKAGE = "urn:sdmx:org.sdmx.infomodel.";

  private Sdmx() {}

  static String frequency(Period.Kind kind) {
    return switch (kind) {
      case YEAR -> "A";
      case QUARTER -> "Q";
      case MONTH -> "M";
      case DAY -> "D";
    };
  }

  /** A unit of measure as a code: 100 million yuan is {@code 100_MILLION_YUAN}. */
  static String measure(Text unit) {
    String code =
        unit.en().equals("%")
            ? "PT"
            : unit.en()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "");
    return code.isEmpty() ? NOT_APPLICABLE : code;
  }

  static String dataflow(String figure) {
    return PACKAGE + "datastructure.Dataflow=" + reference(figure);
  }

  static String structure() {
    return PACKAGE + "datastructure.DataStructure=" + reference(STRUCTURE);
  }

  static String codelist(String id) {
    return PACKAGE + "codelist.Codelist=" + reference(id);
  }

  static String concept(String id) {
    return PACKAGE + "conceptscheme.Concept=" + reference(CONCEPTS) + "." + id;
  }

  static String reference(String id) {
    return AGENCY + ":" + id + "(" + VERSION + ")";
  }

  /** A name in the reader's language and in both. */
  static Map<String, Object> named(String id, Text name, boolean chinese) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("id", id);
    named.put("name", chinese ? name.zh() : name.en());
    named.put("names", names(name));
    return named;
  }

  static Map<String, Object> names(Text name) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("en", name.en());
    names.put("zh", name.zh());
    return names;
  }
}
