package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liuzheng.RunningExample;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What {@code /api/openapi} says is true. */
class DescribingTheApiTest {
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("figure", "gdp"),
          Map.entry("flow", "gdp"),
          Map.entry("key", "A.330205"),
          Map.entry("kind", "dataflow"),
          Map.entry("agency", "*"),
          Map.entry("artefact", "gdp"),
          Map.entry("version", "1.0"),
          Map.entry("register", "unit"),
          Map.entry("report", "jiangbei-2018"),
          Map.entry("id", "330205"),
          Map.entry("seq", "0"),
          Map.entry("period", "2018"),
          Map.entry("from", "2016"),
          Map.entry("by", "status"),
          Map.entry("since", "0"));

  private final Api owner = Api.folderOwner(RunningExample.baseUrl(), RunningExample.token());
  private final JsonNode paths = owner.json("/api/openapi").path("paths");

  @Test
  void every_route_is_described_and_nothing_else() {
    TreeSet<String> routes = new TreeSet<>();
    RunningExample.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getPackageName().equals(Api.class.getPackageName())) {
            for (String pattern : mapping.getPatternValues()) {
              for (RequestMethod m : mapping.getMethodsCondition().getMethods()) {
                routes.add(m.name().toLowerCase(Locale.ROOT) + " " + pattern);
              }
            }
          }
        });

    TreeSet<String> described = new TreeSet<>();
    paths.forEachEntry((path, operations) ->
        operations.propertyNames().forEach(method -> described.add(method + " " + path)));
    assertThat(described).isEqualTo(routes).hasSizeGreaterThan(20);
  }

  @Test
  void every_described_read_answers_with_the_described_type() {
    paths.forEachEntry((path, operations) -> {
      JsonNode get = operations.path("get");
      if (!get.isMissingNode()) {
        String asked = asked(path, get);
        HttpResponse<String> answer = owner.get(asked);

        assertThat(answer.statusCode()).as(asked + " " + answer.body()).isEqualTo(200);
        String type =
            answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(
                get.path("responses").path("200").path("content").propertyNames().stream()
                    .map(t -> t.replaceFirst(";.*", "")))
            .as(asked)
            .contains(type);
      }
    });
  }

  @Test
  void every_field_of_an_answer_is_described() {
    JsonNode schemas = owner.json("/api/openapi").path("components").path("schemas");
    paths.forEachEntry((path, operations) -> {
      JsonNode schema =
          operations
              .path("get")
              .path("responses")
              .path("200")
              .path("content")
              .path("application/json")
              .path("schema");
      if (!schema.isMissingNode()) {
        JsonNode answer = owner.json(asked(path, operations.path("get")));
        boolean list = schema.path("type").asString("").equals("array");
        assertThat(answer).as(path).isNotEmpty();
        JsonNode one = list ? answer.get(0) : answer;
        String name =
            (list ? schema.path("items") : schema).path("$ref").asString().replaceFirst(".*/", "");
        assertThat(one.propertyNames())
            .as(path)
            .containsExactlyInAnyOrderElementsOf(
                schemas.path(name).path("properties").propertyNames());
      }
    });
  }

  @Test
  void every_write_says_what_it_must_carry_and_every_route_may_be_refused() {
    paths.forEachEntry((path, operations) ->
        operations.forEachEntry((method, operation) -> {
          assertThat(operation.path("responses").path("default").path("content").propertyNames())
              .as(path)
              .containsExactly("application/problem+json");
          assertThat(operation.has("security")).as(path).isEqualTo(method.equals("post"));
          assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
        }));
  }

  private static String asked(String path, JsonNode get) {
    String query =
        get.path("parameters")
            .valueStream()
            .filter(p -> p.path("in").asString().equals("query"))
            .filter(p -> p.path("required").asBoolean(false))
            .map(p -> p.path("name").asString())
            .map(n -> n + "=" + SAMPLES.get(n))
            .collect(Collectors.joining("&"));
    String filled = path.contains("/claims/") ? path.replace("{id}", "R01") : path;
    for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
      filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
    }
    return filled.replace("{number}", String.valueOf(RunningExample.publication())) + "?" + query;
  }
}
