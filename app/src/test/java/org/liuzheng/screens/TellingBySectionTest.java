package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liuzheng.RunningExample;

class TellingBySectionTest {
  private static final Pattern ROW =
      Pattern.compile("<tr><th scope=\"row\"><a href=\"[^\"]*#p\\d+\">(.*?)</a></th>(.*?)</tr>");
  private static final Pattern COUNT = Pattern.compile("(?:href=\"([^\"]*)\"|none\")>(\\d+)<");
  private static final Pattern LINE = Pattern.compile("data-l=\"编号\">([^<]+)<");

  private final Visiting visitor = new Visiting();

  @Test
  void each_section_tells_its_verdicts_and_each_count_leads_to_its_claims() {
    String page = visitor.get("/reports/jiangbei-2018?lang=zh").html();
    Matcher row = ROW.matcher(page);
    List<String> sections = new ArrayList<>();
    int all = 0;
    while (row.find()) {
      sections.add(row.group(1));
      Matcher count = COUNT.matcher(row.group(2));
      int sum = 0;
      int last = 0;
      while (count.find()) {
        sum += last;
        last = Integer.parseInt(count.group(2));
      }
      assertThat(last).as(row.group(1)).isEqualTo(sum);
      all += last;
    }

    assertThat(sections).hasSize(10).startsWith("一、经济运行稳中向好");
    assertThat(all).isEqualTo(RunningExample.claims());
  }

  @Test
  void the_table_is_narrowed_to_a_section_and_a_verdict() {
    String page = visitor.get("/reports/jiangbei-2018?lang=zh").html();
    Matcher link =
        Pattern.compile("href=\"([^\"]*section=[^\"]*verdict=ambiguous[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();

    String narrowed = visitor.get(link.group(1).replace("&amp;", "&")).html();
    Matcher line = LINE.matcher(narrowed);
    assertThat(line.find()).isTrue();
    assertThat(line.group(1)).isEqualTo("R12");
    assertThat(line.find()).isFalse();
    assertThat(narrowed).contains("二、政务服务提速便民</h2>");

    assertThat(
            LINE.matcher(visitor.get("/reports/jiangbei-2018?view=table&section=nowhere").html())
                .find())
        .isFalse();
  }
}
