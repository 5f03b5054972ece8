package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.RunningExample;
import tools.jackson.databind.JsonNode;

/** Reads of the worked example, as a program sees them. */
class AskingTheApiTest {
  private static final Api API = Api.anonymous(RunningExample.baseUrl());

  @Test
  void a_value_is_exact_text_with_its_question_and_the_number_of_its_rows() {
    JsonNode answer = API.json("/api/figures/gdp?unit=330205&period=2018");

    assertThat(answer.path("period").asString()).isEqualTo("2018");
    assertThat(answer.path("known").isIntegralNumber()).isTrue();
    assertThat(answer.path("value").toString())
        .isEqualTo(
            """
            {"shown":"520.6","unit":{"zh":"亿元","en":"100 million yuan"},"numerator":"520.6",\
            "denominator":"1","rows":1,"why":null}\
            """);
  }

  @Test
  void where_there_is_no_value_the_reason_stands_in_its_place() {
    JsonNode value = API.json("/api/figures/gdp?unit=330205&period=1999").path("value");

    assertThat(value.path("shown").isNull()).isTrue();
    assertThat(value.path("why").path("zh").asString()).isNotBlank();
    assertThat(value.path("why").path("en").asString()).isNotBlank();
  }

  @Test
  void a_definition_says_how_the_value_comes_about() {
    JsonNode made = API.json("/api/figures/satisfaction_streak/definition").path("made");

    assertThat(made.path("kind").asString()).isEqualTo("step");
    assertThat(made.path("way").toString())
        .isEqualTo(
            "{\"kind\":\"streak\",\"options\":"
                + "{\"breaks\":\"missing, competitors, too_few\",\"is\":\"1\"}}");
    assertThat(made.path("of").asString()).isNotBlank();
    assertThat(made.path("sql").isNull()).isTrue();
  }

  @Test
  void the_parts_of_a_value_add_up_to_it() {
    JsonNode parts =
        API.json("/api/figures/service_items/breakdown?unit=330205&period=2018&by=item_type");
    JsonNode whole = API.json("/api/figures/service_items?unit=330205&period=2018");

    long sum =
        parts
            .valueStream()
            .mapToLong(p -> Long.parseLong(p.path("value").path("numerator").asString()))
            .sum();
    assertThat(sum)
        .isPositive()
        .isEqualTo(Long.parseLong(whole.path("value").path("numerator").asString()));
  }

  @Test
  void open_ends_of_a_version_are_null() {
    JsonNode version = API.json("/api/registers/unit/record?id=330205");

    assertThat(version.path("validTo").isNull()).isTrue();
    assertThat(version.path("knownTo").isNull()).isTrue();
    assertThat(version.path("values").path("kind").asString()).isEqualTo("county");
  }

  @Test
  void a_report_is_an_array_of_claims_with_six_fields() {
    JsonNode claims = API.json("/api/reports/jiangbei-2018");

    assertThat(claims.size()).isEqualTo(RunningExample.claims());
    assertThat(claims.valueStream())
        .allSatisfy(c ->
            assertThat(c.propertyNames())
                .containsExactly("id", "verdict", "shown", "computed", "reason", "section"));
  }

  @Test
  void an_ambiguous_claim_leads_to_the_values_of_each_reading() {
    JsonNode claim = API.json("/api/reports/jiangbei-2018/claims/R12");

    assertThat(claim.path("readings").size()).isEqualTo(2);
    assertThat(claim.path("readings").valueStream())
        .allSatisfy(r -> {
          JsonNode ground = r.path("rests").get(0);
          assertThat(
                  API.get(
                          "/api/figures/"
                              + ground.path("figure").asString()
                              + "?period="
                              + ground.path("period").asString())
                      .statusCode())
              .isEqualTo(200);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "/api/figures/gdpp?period=2018, 404, api.no_figure",
    "/api/figures/gdp, 400, api.missing_parameter",
    "/api/figures/gdp?period=2018-13, 400, api.bad_period",
    "/api/figures/gdp?period=2018&on=2018-02-30, 400, pack.bad_on",
    "/api/figures/gdp?period=2018&known=tomorrow, 400, pack.bad_known",
    "/api/figures/gdp/rows?period=2018&page=x, 400, api.wants_whole",
    "/api/figures/gdp/breakdown?period=2018, 400, api.missing_parameter",
    "/api/figures/gdp/breakdown?period=2018&by=colour, 400, api.bad_by",
    "/api/figures/gdp/series?period=2018&from=2018-01, 400, api.bad_series",
    "/api/figures/gdp?period=2018&colour=red, 400, api.unknown_filter",
    "/api/registers/unit?colour=red, 400, api.unknown_filter",
    "/api/registers/shops, 404, api.no_register",
    "/api/registers/application, 403, api.not_readable",
    "/api/registers/application/export, 403, api.not_readable",
    "/api/registers/unit/record?id=nowhere, 404, api.no_record",
    "/api/reports/nothing, 404, api.no_report",
    "/api/reports/jiangbei-2018/claims/R99, 404, api.no_claim",
    "/api/ledger/999999999, 404, api.no_entry",
    "/api/ledger/bundle, 403, api.admin_only",
    "/api/nowhere, 404, page.error.404"
  })
  void what_cannot_be_answered_is_a_problem_in_the_readers_language(
      String path, int status, String key) {
    HttpResponse<String> zh = API.get(path, "Accept-Language", "zh-CN,zh;q=0.9");
    HttpResponse<String> en = API.get(path, "Accept-Language", "fr;q=0.9, en-GB;q=0.8");

    for (HttpResponse<String> answer : new HttpResponse[] {zh, en}) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(Api.read(answer).path("type").asString()).isEqualTo("urn:liuzheng:" + key);
      assertThat(Api.read(answer).path("instance").asString())
          .isEqualTo(path.replaceFirst("\\?.*", ""));
      assertThat(Api.read(answer).path("refusals").size()).isPositive();
    }
    assertThat(Api.read(zh).path("detail").asString()).containsPattern("\\p{IsHan}");
    assertThat(Api.read(en).path("detail").asString())
        .doesNotContainPattern("\\p{IsHan}")
        .isNotBlank();
  }

  @Test
  void another_method_is_refused_as_a_problem() {
    HttpResponse<String> answer =
        Api.folderOwner(RunningExample.baseUrl(), RunningExample.token())
            .send("DELETE", "/api/figures/gdp", "Accept-Language", "en");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
  }
}
