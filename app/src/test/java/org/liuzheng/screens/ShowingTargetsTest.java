package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liuzheng.RunningExample;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Times;
import org.liuzheng.register.When;

/** Three offices reported on May 2018 only on 22 June. */
class ShowingTargetsTest {
  private static final String MAY = "?unit=330205&period=2018-05";
  private final Visiting visitor = new Visiting();

  @Test
  void a_value_is_provisional_until_the_late_reports_are_known() {
    String before = "&known=" + beforeTheLateReports();

    assertThat(visitor.get("/figures/mean_physical_progress" + MAY).text())
        .contains("收到 63 / 63 份，迟报 4 份")
        .doesNotContain("暂定");
    assertThat(visitor.get("/figures/mean_physical_progress" + MAY + before).text())
        .contains("收到 59 / 63 份 暂定");
    assertThat(visitor.get("/figures/mean_physical_progress" + MAY + before + "&lang=en").text())
        .contains("59 of 63 received provisional");
  }

  @Test
  void a_gap_is_told_in_words_and_its_side_depends_on_which_way_is_good() {
    assertThat(visitor.get("/figures/investment_completion" + MAY).html())
        .contains("<span class=\"gap bad\">低 81.9个百分点</span>");
    assertThat(visitor.get("/figures/overdue_sub_projects?unit=330205&period=2018-12").html())
        .containsPattern("<span class=\"gap bad\">高出 1个</span>");
    assertThat(visitor.get("/figures/investment_done?unit=330205&period=2018-12").html())
        .contains("/figures/planned_investment?unit=330205&amp;period=2018-12")
        .contains("<span class=\"gap good\">");
  }

  @Test
  void the_list_says_what_is_provisional() {
    assertThat(visitor.get("/figures").text()).contains("收到 0 / 63 份 暂定");
  }

  private static long beforeTheLateReports() {
    Figures figures = RunningExample.bean(Figures.class);
    When now =
        RunningExample.bean(Times.class).asked("2019-02-11", "", java.time.LocalDate.MAX)
                instanceof Times.Asked.At at
            ? at.when()
            : new When(java.time.LocalDate.MAX, 0);
    Ask late =
        new Ask("reports_late", "330205", Period.parse("2018-05").orElseThrow(), now, Map.of());
    return figures.changes(late, 0).getFirst().after();
  }
}
