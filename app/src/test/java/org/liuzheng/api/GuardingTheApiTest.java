package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.SmallDistrict;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class GuardingTheApiTest {
  private static final String URL = SmallDistrict.baseUrl();
  private static final String PHONE = "13912345678";

  private final Api nobody = Api.anonymous(URL);
  private final Api owner = Api.folderOwner(URL, SmallDistrict.token());

  @Test
  void every_route_that_writes_is_refused_without_a_sign_in_also_with_a_session_token() {
    String[] token = nobody.csrf();
    Set<String> refused = new TreeSet<>();
    SmallDistrict.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
            if (!Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS)
                .contains(method)) {
              for (String pattern : mapping.getPatternValues()) {
                if (pattern.equals("/check")) {
                  continue; // checks what is sent and writes nothing
                }
                String path = pattern.replaceAll("\\{[^}]*}", "shop");
                assertRefused(nobody.send(method.name(), path), path);
                assertRefused(nobody.send(method.name(), path, token), path);
                refused.add(path);
              }
            }
          }
        });
    assertThat(refused)
        .contains(
            "/api/registers/shop/put",
            "/api/registers/shop/correct",
            "/api/registers/shop/withdraw",
            "/api/registers/shop/import",
            "/api/ledger/verify");
  }

  private static void assertRefused(HttpResponse<String> answer, String path) {
    boolean toSignIn =
        answer.statusCode() == 302
            && answer.headers().firstValue("Location").orElse("").contains("/sign-in");
    assertThat(toSignIn || Set.of(401, 403).contains(answer.statusCode()))
        .as(path + " " + answer.statusCode())
        .isTrue();
  }

  @Test
  void a_wrong_bearer_token_opens_nothing() {
    Api wrong = Api.folderOwner(URL, "0".repeat(64));

    assertThat(wrong.post("/api/ledger/verify", "application/json", "").statusCode())
        .isEqualTo(403);
    assertThat(wrong.get("/api/registers/visit").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/registers/visit",
        "/api/registers/visit/record?id=v1",
        "/api/registers/visit/history?id=v1",
        "/api/registers/visit/export",
        "/api/registers/plan",
        "/api/figures/plans/rows?period=2018"
      })
  void registers_that_are_not_public_are_closed_to_anonymous_readers(String path) {
    HttpResponse<String> answer = nobody.get(path, "Accept-Language", "zh");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Api.read(answer).path("detail").asString()).contains("不对外公开");
  }

  @Test
  void what_is_for_its_owner_is_closed_to_another_unit() {
    assertThat(Api.signedIn(URL, "clerk", "clerk-password").get("/api/registers/plan").statusCode())
        .isEqualTo(200);
    assertThat(Api.signedIn(URL, "guest", "guest-password").get("/api/registers/plan").statusCode())
        .isEqualTo(403);
  }

  @Test
  void entries_and_bundles_of_closed_registers_are_closed_too() {
    long seq =
        Api.read(
                owner.post(
                    "/api/registers/visit/put",
                    "application/json",
                    "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"v1\", \"note\": \"x\"}}"))
            .path("seq")
            .asLong();

    assertThat(nobody.get("/api/ledger/" + seq).statusCode()).isEqualTo(403);
    assertThat(nobody.get("/api/ledger/bundle?seq=" + seq).statusCode()).isEqualTo(403);
    assertThat(owner.get("/api/ledger/" + seq).statusCode()).isEqualTo(200);
  }

  @Test
  void a_private_value_is_in_no_answer_to_anyone() {
    HttpResponse<String> put =
        owner.post(
            "/api/registers/shop/put",
            "application/json",
            """
            {"validFrom": "2018-01-01", "fields": {"code": "p1", "name": "x", "phone": "%s"}}\
            """
                .formatted(PHONE));
    HttpResponse<String> preview =
        owner.upload(
            "/api/registers/shop/import?preview=true&validFrom=2018-01-01",
            "p.csv",
            "编号,名称,电话\np2,y," + PHONE + "\n");
    long seq = Api.read(put).path("seq").asLong();

    assertThat(put.body() + preview.body()).doesNotContain(PHONE);
    for (String path :
        List.of(
            "/api/registers/shop",
            "/api/registers/shop?search=" + PHONE,
            "/api/registers/shop?phone=" + PHONE,
            "/api/registers/shop/record?id=p1",
            "/api/registers/shop/history?id=p1",
            "/api/registers/shop/export",
            "/api/figures/shops/rows?period=2018",
            "/api/ledger/" + seq,
            "/api/ledger/bundle?seq=" + seq)) {
      assertThat(owner.get(path).body()).as(path).doesNotContain(PHONE);
    }
    assertThat(owner.json("/api/registers/shop/record?id=p1").path("sealed").toString())
        .isEqualTo("[\"phone\"]");
  }
}
