package org.liuzheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liuzheng.Examples;
import org.liuzheng.RunningExample;

class FollowingTheApiSpecTest {
  @Test
  void every_example_of_the_specification_is_answered_as_it_says() throws Exception {
    Api api = Api.anonymous(RunningExample.baseUrl());
    List<List<String>> examples = Examples.in(Path.of("..", "docs", "specs", "api.md"), "http");
    assertThat(examples).hasSizeGreaterThan(4);
    for (List<String> example : examples) {
      String path = example.getFirst().replaceFirst("^GET ", "");
      boolean header = example.get(1).contains(": ");
      HttpResponse<String> answer =
          header ? api.get(path, example.get(1).split(": ")) : api.get(path);

      assertThat(answer.statusCode())
          .as(path)
          .isEqualTo(Integer.parseInt(example.get(header ? 2 : 1)));
      String body =
          String.join(
              "",
              example.subList(header ? 3 : 2, example.size()).stream().map(String::strip).toList());
      assertThat(answer.body()).as(path).matches(Examples.like(List.of(body)));
    }
  }
}
