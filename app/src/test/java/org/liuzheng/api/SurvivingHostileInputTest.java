package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.liuzheng.RunningExample;
import org.liuzheng.SmallDistrict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stands in a parameter, the answer is an answer: never a defect of the program. */
class SurvivingHostileInputTest {
  private static final Path LISTS = Path.of("..", "..", "shared", "data", "hostile");
  private static final List<String> OURS =
      List.of(
          "-999999999-01-01",
          "+999999999-12-31",
          "0000-01-01",
          "0000",
          "9999",
          "9999-12-31",
          "99999999999999999999",
          "-1",
          "2147483647",
          "2147483648",
          "+1000000000-12-31T23:59:59.999999999-18:00",
          "2018-01-01T00:00:00Z",
          "1970-01-01T00:00:00+18:00",
          "２０１８",
          "a\u0000b",
          "\u0000",
          "%",
          "%00",
          "\uD83D\uDE00",
          "\u202Egnp",
          "\uFEFF2018",
          " 2018 ",
          "2018\n",
          "-id",
          "-",
          "id desc",
          "x".repeat(5000),
          "1e400",
          "NaN",
          "true",
          "null",
          "[]",
          "{}");

  private static final List<String> ROUTES =
      List.of(
          "/api/figures/*",
          "/api/figures/gdp?period=*",
          "/api/figures/gdp?period=2018&unit=*",
          "/api/figures/gdp?period=2018&on=*",
          "/api/figures/gdp?period=2018&known=*",
          "/api/figures/gdp?period=2018&status=*",
          "/api/figures/gdp/rows?period=2018&page=*",
          "/api/figures/gdp/rows?period=2018&size=*",
          "/api/figures/service_items?period=2018&livelihood=*",
          "/api/figures/gdp/series?period=2018&from=*",
          "/api/figures/gdp/breakdown?period=2018&by=*",
          "/api/figures/gdp/ranking?period=2018&status=*",
          "/api/figures/*/definition",
          "/api/figures/*/versions",
          "/api/sdmx/structure/*",
          "/api/sdmx/structure/codelist/*/*/*",
          "/api/sdmx/data/*",
          "/api/sdmx/data/gdp/*",
          "/api/sdmx/data/gdp/A.*",
          "/api/sdmx/data/gdp/A.330205?startPeriod=*",
          "/api/sdmx/data/gdp/A.330205?endPeriod=*",
          "/api/sdmx/data/gdp/A.330205?asOf=*",
          "/api/sdmx/data/gdp/A.330205?on=*",
          "/api/sdmx/data/gdp/A.330205?includeHistory=*",
          "/api/sdmx/data/gdp/A.330205?format=*",
          "/api/registers/*",
          "/api/registers/unit?on=*",
          "/api/registers/unit?known=*",
          "/api/registers/unit?search=*",
          "/api/registers/unit?sort=*",
          "/api/registers/unit?page=*",
          "/api/registers/unit?size=*",
          "/api/registers/unit?id=*",
          "/api/registers/unit?kind=*",
          "/api/registers/unit?parent=*",
          "/api/registers/observation?value=*",
          "/api/registers/observation?period_end=*",
          "/api/registers/unit/record?id=*",
          "/api/registers/unit/history?id=*",
          "/api/registers/unit/export?on=*",
          "/api/reports/*",
          "/api/reports/jiangbei-2018/claims/*",
          "/api/ledger/*",
          "/api/ledger/bundle?seq=*",
          "/api/session?lang=*",
          "/api/*");

  @Test
  void no_string_in_any_parameter_breaks_an_answer() throws IOException {
    assumeThat(Files.isDirectory(LISTS)).as("no ../shared/data/hostile here").isTrue();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    List<String> strings = strings(new Random(seed));
    Api api = Api.anonymous(RunningExample.baseUrl());
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < strings.size(); i++) {
      String path = ROUTES.get(i % ROUTES.size()).replace("*", Api.encode(strings.get(i)));
      HttpResponse<String> answer = api.get(path);
      boolean said =
          answer.statusCode() < 400
              || answer.statusCode() == 400
              || answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
      if (answer.statusCode() >= 500 || !said) {
        broken.add(answer.statusCode() + " " + path);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void no_date_or_number_of_ours_breaks_any_parameter() {
    Api api = Api.anonymous(RunningExample.baseUrl());
    List<String> broken = new ArrayList<>();
    for (String route : ROUTES) {
      for (String string : OURS) {
        String path = route.replace("*", Api.encode(string));
        HttpResponse<String> answer = api.get(path);
        if (answer.statusCode() >= 500) {
          broken.add(answer.statusCode() + " " + path);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void what_can_be_written_comes_back_as_it_was() throws IOException {
    assumeThat(Files.isDirectory(LISTS)).as("no ../shared/data/hostile here").isTrue();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Api owner = Api.folderOwner(SmallDistrict.baseUrl(), SmallDistrict.token());
    List<String> strings = strings(new Random(seed)).subList(0, 150);
    for (int i = 0; i < strings.size(); i++) {
      HttpResponse<String> answer =
          owner.post(
              "/api/registers/shop/put",
              "application/json",
              JsonMapper.shared()
                  .writeValueAsString(
                      java.util.Map.of(
                          "validFrom",
                          "2018-01-01",
                          "fields",
                          java.util.Map.of("code", "h" + i, "name", strings.get(i)))));
      assertThat(answer.statusCode()).as(strings.get(i) + answer.body()).isIn(200, 422);
      if (answer.statusCode() == 200) {
        assertThat(
                owner
                    .json("/api/registers/shop/record?id=h" + i)
                    .path("values")
                    .path("name")
                    .asString())
            .isEqualTo(strings.get(i).strip());
      }
      assertThat(
              owner
                  .post(
                      "/api/registers/shop/withdraw?id=h"
                          + i
                          + "&from=2018-01-01&reason="
                          + Api.encode(strings.get(i)),
                      "application/json",
                      "")
                  .statusCode())
          .isIn(200, 400, 422);
    }
  }

  private static List<String> strings(Random random) throws IOException {
    List<String> all = new ArrayList<>(OURS);
    try (var blns = new GZIPInputStream(Files.newInputStream(LISTS.resolve("blns.json.gz")))) {
      JsonNode list = JsonMapper.shared().readTree(blns);
      list.forEach(s -> all.add(s.asString()));
    }
    for (String name :
        List.of(
            "sqli_generic_error.txt", "traversal.txt", "xss_intruders.txt", "xxe_fuzzing.txt")) {
      all.addAll(
          new String(Files.readAllBytes(LISTS.resolve(name)), StandardCharsets.ISO_8859_1)
              .lines()
              .collect(Collectors.toList()));
    }
    Collections.shuffle(all, random);
    return all;
  }
}
