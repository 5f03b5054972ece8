package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Figures in the shape of SDMX, for statistical software that knows nothing of this program. */
@RestController
@RequestMapping("/api/sdmx")
@Tag(name = "SDMX", description = "Figures in the shape of SDMX-REST: structures and observations")
class SdmxApi {
  private static final String STRUCTURE_JSON = "application/vnd.sdmx.structure+json;version=2.0.0";
  private static final String DATA_JSON = "application/vnd.sdmx.data+json;version=2.0.0";
  private static final String DATA_CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
  private static final String CSV = "text/csv";
  private static final String SCHEMAS =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/%1$s-message/tools/schemas/"
          + "2.0.0/sdmx-json-%1$s-schema.json";
  private static final Set<String> OF_DATA =
      Set.of("startPeriod", "endPeriod", "asOf", "on", "includeHistory", "format", "lang");
  private static final Set<String> ANY = Set.of("*", "all");
  private static final Set<String> VERSIONS = Set.of("*", "~", "+", "latest", Sdmx.VERSION);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Figures figures;
  private final SdmxReading reading;
  private final Asking asking;
  private final Clock clock;

  SdmxApi(Figures figures, SdmxReading reading, Asking asking, Clock clock) {
    this.figures = figures;
    this.reading = reading;
    this.asking = asking;
    this.clock = clock;
  }

  @GetMapping(
      value = {"/structure/{kind}", "/structure/{kind}/{agency}/{artefact}/{version}"},
      produces = {STRUCTURE_JSON, MediaType.APPLICATION_JSON_VALUE})
  @Operation(
      summary = "Dataflows, the data structure, code lists or concepts",
      description = "kind: dataflow (a figure each), datastructure, codelist, conceptscheme.")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = STRUCTURE_JSON))
  ResponseEntity<String> structure(
      @PathVariable String kind,
      @PathVariable(required = false) @Parameter(description = "LIUZHENG or *") String agency,
      @PathVariable(required = false) @Parameter(description = "its id, or *") String artefact,
      @PathVariable(required = false) @Parameter(description = "1.0, latest or *") String version,
      @Parameter(hidden = true) @RequestParam Map<String, String> all,
      HttpServletRequest request) {
    Asking.onlyKnown(all.keySet(), Set.of("lang", "format"), List.of());
    if (!SdmxStructures.KINDS.contains(kind)) {
      throw Problem.notFound("api.sdmx.no_kind", kind, String.join(", ", SdmxStructures.KINDS));
    }
    ours(Objects.requireNonNullElse(agency, "*"), Objects.requireNonNullElse(version, "*"));
    String id = Objects.requireNonNullElse(artefact, "*");
    Map<String, List<Map<String, Object>>> found =
        new SdmxStructures(
                figures.definitions(),
                reading.units(asking.when("", "")),
                Asking.lang(request) == Lang.ZH)
            .of(kind);
    Map<String, Object> wanted = new LinkedHashMap<>();
    found.forEach((name, artefacts) -> {
      List<Map<String, Object>> some =
          artefacts.stream().filter(a -> ANY.contains(id) || id.equals(a.get("id"))).toList();
      if (some.isEmpty()) {
        throw Problem.notFound(
            "api.sdmx.no_structure",
            kind,
            id,
            Near.to(id, artefacts.stream().map(a -> String.valueOf(a.get("id"))).toList()));
      }
      wanted.put(name, some);
    });
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(STRUCTURE_JSON))
        .body(message("structure", wanted, request));
  }

  @GetMapping(
      value = {
        "/data/{flow}",
        "/data/{flow}/{key}",
        "/data/dataflow/{agency}/{flow}/{version}",
        "/data/dataflow/{agency}/{flow}/{version}/{key}"
      },
      produces = {DATA_JSON, DATA_CSV, MediaType.APPLICATION_JSON_VALUE, CSV})
  @Operation(
      summary = "The observations of a figure, as SDMX-JSON 2.0 or SDMX-CSV 2.0",
      description =
          "flow: the figure. key: frequency (A, Q, M, D) and units, as A.330205 or M.330205+330211;"
              + " an empty part or * takes all, _T is all rows whatever their unit.")
  @ApiResponse(
      responseCode = "200",
      content = {@Content(mediaType = DATA_JSON), @Content(mediaType = DATA_CSV)})
  ResponseEntity<String> data(
      @PathVariable String flow,
      @PathVariable(required = false) @Parameter(description = "A.330205") String key,
      @PathVariable(required = false) @Parameter(description = "LIUZHENG or *") String agency,
      @PathVariable(required = false) @Parameter(description = "1.0, latest or *") String version,
      @ParameterObject SdmxQuery query,
      @Parameter(hidden = true) @RequestParam Map<String, String> all,
      HttpServletRequest request) {
    Asking.onlyKnown(all.keySet(), OF_DATA, List.of());
    ours(Objects.requireNonNullElse(agency, "*"), Objects.requireNonNullElse(version, "*"));
    Definition figure =
        figures
            .definition(flow)
            .orElseThrow(() ->
                Problem.notFound(
                    "api.no_figure",
                    flow,
                    Near.to(flow, figures.definitions().stream().map(Definition::name).toList())));
    boolean csv = csv(query.format(), request);
    SdmxObservations data = reading.data(figure, Objects.requireNonNullElse(key, ""), query);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(csv ? DATA_CSV + ";charset=UTF-8" : DATA_JSON))
        .body(
            csv
                ? data.csv()
                : message("data", data.json(Asking.lang(request) == Lang.ZH), request));
  }

  private static void ours(String agency, String version) {
    if (!ANY.contains(agency) && !agency.equals(Sdmx.AGENCY)) {
      throw Problem.notFound("api.sdmx.no_agency", agency, Sdmx.AGENCY);
    }
    if (!VERSIONS.contains(version)) {
      throw Problem.notFound("api.sdmx.no_version", version, Sdmx.VERSION);
    }
  }

  private static boolean csv(String format, HttpServletRequest request) {
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      case "" ->
          MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
              .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
              .findFirst()
              .filter(t -> t.getSubtype().endsWith("csv"))
              .isPresent();
      default ->
          throw Problem.bad(
              Refusal.of("api.wants_one_of", "format", "format", format, "json, csv"));
    };
  }

  private String message(String kind, Map<String, Object> data, HttpServletRequest request) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("schema", SCHEMAS.formatted(kind));
    meta.put("id", UUID.randomUUID().toString());
    meta.put("prepared", clock.instant().toString());
    meta.put("test", false);
    meta.put("contentLanguages", List.of(Asking.lang(request).tag()));
    meta.put("sender", Map.of("id", Sdmx.AGENCY));
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("meta", meta);
    message.put("data", data);
    return JSON.writeValueAsString(message);
  }
}
