package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.SmallDistrict;
import tools.jackson.databind.JsonNode;

class WritingThroughTheApiTest {
  private static final String JSON = "application/json";
  private static final String URL = SmallDistrict.baseUrl();
  private static final Api OWNER = Api.folderOwner(URL, SmallDistrict.token());

  @Test
  void a_record_is_put_corrected_with_a_reason_and_withdrawn_and_each_state_stays_known() {
    long put =
        seq(
            OWNER.post(
                "/api/registers/shop/put",
                JSON,
                """
                {"validFrom": "2018-01-01", "fields": {"code": "a1", "name": "老茶馆", "area": 12.50}}\
                """));
    long corrected =
        seq(
            OWNER.post(
                "/api/registers/shop/correct?id=a1&validFrom=2018-01-01&reason="
                    + Api.encode("店名写错"),
                JSON,
                "{\"name\": \"新茶馆\", \"kind\": null}"));
    long withdrawn =
        seq(
            OWNER.post(
                "/api/registers/shop/withdraw?id=a1&from=2018-06-01&reason=closed", JSON, ""));

    String record = "/api/registers/shop/record?id=a1&on=2018-03-01&known=";
    assertThat(name(record + (put + 1))).isEqualTo("老茶馆");
    assertThat(name(record + (corrected + 1))).isEqualTo("新茶馆");
    assertThat(OWNER.json(record + (put + 1)).path("values").path("area").asString())
        .isEqualTo("12.5");
    assertThat(
            OWNER
                .get("/api/registers/shop/record?id=a1&on=2018-06-01&known=" + (withdrawn + 1))
                .statusCode())
        .isEqualTo(404);
    assertThat(OWNER.json("/api/registers/shop/history?id=a1").size()).isEqualTo(3);
    assertThat(OWNER.json("/api/ledger/" + put).path("canonical").asString())
        .contains("\"client\":\"command-line\"", "老茶馆");
  }

  @Test
  void facts_that_are_not_right_are_refused_field_by_field() {
    HttpResponse<String> answer =
        OWNER.post(
            "/api/registers/shop/put",
            JSON,
            "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"A 1\", \"area\": \"viel\"}}",
            "Accept-Language",
            "en");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Api.read(answer).path("refusals").valueStream().map(r -> r.path("place").asString()))
        .contains("code", "area");
    assertThat(answer.body()).contains("it should be a number such as 12.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{\"fields\": 5}",
        "{\"fields\": {\"a\": []}}",
        "{}",
        "null",
        "{\"fields\": null}",
        "{\"fields\": {\"code\": \"\\ud800\", \"name\": \"x\"}}",
        "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"u1\", \"name\": \"\\ud800\"}}",
        "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"u2\", \"name\": \"\\u0000\"}}"
      })
  void a_body_that_cannot_be_used_is_refused_and_nothing_breaks(String body) {
    HttpResponse<String> answer = OWNER.post("/api/registers/shop/put", JSON, body);

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void a_correction_needs_a_day_and_a_reason() {
    assertThat(
            OWNER
                .post("/api/registers/shop/correct?id=x&validFrom=soon&reason=y", JSON, "{}")
                .body())
        .contains("api.bad_day");
    assertThat(
            OWNER
                .post("/api/registers/shop/correct?id=x&validFrom=2018-01-01&reason=", JSON, "{}")
                .body())
        .contains("register.no_reason");
    assertThat(OWNER.post("/api/registers/shop/put", "text/plain", "{}").statusCode())
        .isEqualTo(415);
  }

  @Test
  void an_import_names_each_bad_cell_and_a_preview_writes_nothing() {
    long before = OWNER.json("/api/ledger").path("size").asLong();
    HttpResponse<String> preview =
        OWNER.upload(
            "/api/registers/shop/import?preview=true&validFrom=2018-01-01",
            "a.csv",
            "编号,名称,面积\ni1,一,10\ni2,二,many\n");

    JsonNode reject = Api.read(preview).path("rejects").get(0);
    assertThat(reject.path("cell").asString()).isEqualTo("C3");
    assertThat(reject.path("found").asString()).isEqualTo("many");
    assertThat(reject.path("says").path("zh").asString()).contains("应当是数");
    assertThat(Api.read(preview).path("written").asInt()).isZero();
    assertThat(OWNER.json("/api/ledger").path("size").asLong()).isEqualTo(before);
  }

  @Test
  void an_import_of_good_rows_writes_them_once() {
    String path = "/api/registers/shop/import?mode=GOOD_ROWS&validFrom=2018-01-01";
    String file = "编号,名称,面积\ng1,一,10\ng2,二,many\n";

    assertThat(Api.read(OWNER.upload(path, "b.csv", file)).path("written").asInt()).isEqualTo(1);
    JsonNode again = Api.read(OWNER.upload(path, "b.csv", file));
    assertThat(again.path("written").asInt()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void a_form_that_is_broken_or_without_a_file_is_refused() {
    String path = "/api/registers/shop/import";

    for (String broken : new String[] {"--x\r\nContent-Dispo", "--x\r\n\r\n", "", "--x"}) {
      assertProblem(OWNER.post(path, "multipart/form-data; boundary=x", broken), 400);
    }
    assertThat(OWNER.post(path, "multipart/form-data; boundary=x", "--x--\r\n").body())
        .contains("api.missing_part");
    assertThat(OWNER.post(path, "multipart/form-data", "x").statusCode()).isEqualTo(400);
    assertThat(OWNER.upload(path + "?mode=SOME", "a.csv", "x").body())
        .contains("ALL_OR_NOTHING, GOOD_ROWS");
    assertThat(Api.read(OWNER.upload(path, "a.csv", "")).path("rejects").size()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_too_large_is_refused_with_the_limit() {
    String large = "x".repeat(6_000_000);

    assertProblem(OWNER.upload("/api/registers/shop/import", "a.csv", large), 413);
    Api clerk = Api.signedIn(URL, "clerk", "clerk-password");
    assertProblem(clerk.upload("/api/registers/shop/import", "a.csv", large, clerk.csrf()), 413);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Api.read(answer).path("detail").asString()).isNotBlank();
  }

  @Test
  void a_session_writes_with_its_token_and_only_as_its_roles_allow() {
    String fact =
        "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"s1\", \"name\": \"x\"}}";
    Api clerk = Api.signedIn(URL, "clerk", "clerk-password");
    Api guest = Api.signedIn(URL, "guest", "guest-password");

    assertThat(clerk.json("/api/session").path("roles").toString()).isEqualTo("[\"clerk\"]");
    assertThat(clerk.post("/api/registers/shop/put", JSON, fact).statusCode())
        .as("without the token")
        .isEqualTo(403);
    assertThat(clerk.post("/api/registers/shop/put", JSON, fact, clerk.csrf()).statusCode())
        .isEqualTo(200);
    assertThat(guest.post("/api/registers/shop/put", JSON, fact, guest.csrf()).body())
        .contains("register.may_not_write");
    assertThat(guest.post("/api/ledger/verify", JSON, "", guest.csrf()).body())
        .contains("api.admin_only");
  }

  private static String name(String path) {
    return OWNER.json(path).path("values").path("name").asString();
  }

  private static long seq(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.read(answer).path("seq").asLong();
  }
}
