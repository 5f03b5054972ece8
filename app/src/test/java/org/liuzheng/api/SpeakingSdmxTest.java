package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.RunningExample;
import tools.jackson.databind.JsonNode;

/** Figures asked for as statistical software asks for them. */
class SpeakingSdmxTest {
  private static final String GDP = "/api/sdmx/data/gdp/A.330205?startPeriod=2017&endPeriod=2018";

  private final Api api = Api.anonymous(RunningExample.baseUrl());

  @Test
  void a_value_is_found_by_following_the_indices_of_the_message() {
    JsonNode data = api.json(GDP).path("data");

    JsonNode structure = data.path("structures").get(0);
    JsonNode series = structure.path("dimensions").path("series");
    assertThat(series.get(0).path("values").get(0).path("id").asString()).isEqualTo("A");
    assertThat(series.get(1).path("values").get(0).path("id").asString()).isEqualTo("330205");
    JsonNode observations =
        data.path("dataSets").get(0).path("series").path("0:0").path("observations");
    JsonNode in2018 = observations.path("1");
    assertThat(in2018.get(0).asString()).isEqualTo("520.6");
    JsonNode attributes = structure.path("attributes").path("observation");
    assertThat(attributes.get(0).path("values").get(in2018.get(1).asInt()).path("id").asString())
        .isEqualTo("A");
    assertThat(attributes.get(1).path("values").get(in2018.get(2).asInt()).path("value").asString())
        .as("the hash that the series of the other API has")
        .isEqualTo(
            api.json("/api/figures/gdp/series?unit=330205&from=2018&period=2018")
                .get(0)
                .path("definition")
                .asString());
  }

  @Test
  void the_same_as_csv_by_format_and_by_accept() {
    HttpResponse<String> asked = api.get(GDP + "&format=csv");
    HttpResponse<String> accepted = api.get(GDP, "Accept", "text/csv");

    assertThat(accepted.body()).isEqualTo(asked.body());
    assertThat(asked.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.sdmx.data+csv");
    assertThat(asked.body().lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("dataflow,LIUZHENG:gdp(1.0),I,A,330205,2018,520.6,A,100_MILLION_YUAN,1,");
  }

  @Test
  void the_path_of_the_newer_standard_gives_the_same() {
    assertThat(api.get(GDP.replace("/gdp/", "/dataflow/LIUZHENG/gdp/1.0/") + "&format=csv").body())
        .isEqualTo(api.get(GDP + "&format=csv").body());
  }

  @Test
  void a_period_that_is_not_over_is_provisional_and_one_without_value_is_missing() {
    List<String> lines =
        api.get(
                "/api/sdmx/data/applications_closed/A.330205"
                    + "?startPeriod=2018&endPeriod=2019&on=2018-11-30&format=csv")
            .body()
            .lines()
            .toList();

    assertThat(lines.get(1)).matches("[^,]*,[^,]*,I,A,330205,2018,\\d+,P,.*");
    assertThat(lines.get(2)).matches("[^,]*,[^,]*,I,A,330205,2019,,M,.*");
  }

  @Test
  void a_coarser_period_takes_all_that_lie_in_it_and_a_wildcard_every_unit_with_a_value() {
    List<String> months =
        api.get("/api/sdmx/data/satisfaction/M.330205?startPeriod=2018&endPeriod=2018&format=csv")
            .body()
            .lines()
            .toList();
    JsonNode all = api.json("/api/sdmx/data/satisfaction/M.?startPeriod=2018-12").path("data");

    assertThat(months).hasSize(13);
    assertThat(all.path("dataSets").get(0).path("series").size()).isGreaterThan(1);
  }

  @Test
  void history_ends_with_what_is_known_now_and_as_of_the_beginning_nothing_was() {
    JsonNode sets = api.json(GDP + "&includeHistory=true").path("data").path("dataSets");
    String nothing = api.get(GDP + "&asOf=0&format=csv").body();

    assertThat(sets.size()).isPositive();
    assertThat(
            sets.get(sets.size() - 1)
                .path("series")
                .path("0:0")
                .path("observations")
                .path("1")
                .get(0)
                .asString())
        .isEqualTo("520.6");
    assertThat(nothing.lines().skip(1)).allMatch(l -> l.contains(",M,"));
  }

  @Test
  void every_reference_of_the_structure_leads_somewhere() {
    JsonNode lists = api.json("/api/sdmx/structure/codelist").path("data").path("codelists");
    JsonNode structure =
        api.json("/api/sdmx/structure/datastructure/LIUZHENG/DSD_FIGURE/1.0")
            .path("data")
            .path("dataStructures")
            .get(0);
    List<String> ids = lists.valueStream().map(l -> l.path("id").asString()).toList();

    List<String> named =
        structure.path("dataStructureComponents").findValuesAsString("enumeration");
    assertThat(named).isNotEmpty();
    assertThat(named)
        .allSatisfy(urn ->
            assertThat(ids).contains(urn.replaceFirst("^.*:", "").replaceFirst("\\(.*", "")));
    assertThat(
            api.json("/api/sdmx/structure/dataflow", "Accept-Language", "zh")
                .path("data")
                .path("dataflows")
                .size())
        .isEqualTo(api.json("/api/figures").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/data/nothing, 404, api.no_figure",
    "/data/gdp/A, 400, api.sdmx.bad_key",
    "/data/gdp/X.330205, 400, api.sdmx.bad_frequency",
    "/data/gdp/A.1, 400, api.sdmx.no_unit",
    "/data/gdp/A.330205?startPeriod=2019&endPeriod=2018, 400, api.sdmx.bad_periods",
    "/data/gdp/A.330205?startPeriod=once, 400, api.bad_period",
    "/data/gdp/D.?startPeriod=2000, 400, api.sdmx.too_many",
    "/data/gdp/A.330205?includeHistory=perhaps, 400, api.wants_one_of",
    "/data/gdp/A.330205?format=xml, 400, api.wants_one_of",
    "/data/gdp/A.330205?updatedAfter=2018, 400, api.unknown_parameter",
    "/data/dataflow/ESTAT/gdp/1.0/A.330205, 404, api.sdmx.no_agency",
    "/data/dataflow/LIUZHENG/gdp/9.0/A.330205, 404, api.sdmx.no_version",
    "/structure/hierarchy, 404, api.sdmx.no_kind",
    "/structure/codelist/*/CL_X/*, 404, api.sdmx.no_structure"
  })
  void what_is_asked_wrongly_is_refused_by_name(String path, int status, String key) {
    HttpResponse<String> answer = api.get("/api/sdmx" + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("urn:liuzheng:" + key);
  }

  @Test
  void the_definitions_a_figure_had_are_listed() {
    JsonNode versions = api.json("/api/figures/gdp/versions");

    assertThat(versions.size()).isPositive();
    assertThat(versions.get(0).path("from").isNull()).isTrue();
    assertThat(versions.get(0).path("definition").path("figure").path("name").asString())
        .isEqualTo("gdp");
  }
}
