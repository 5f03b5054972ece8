package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.RunningExample;
import org.liuzheng.board.Board;
import org.liuzheng.pack.Packs;

class ReadingBoardPagesTest {
  private final Visiting visitor = new Visiting();

  static Stream<String> boards() {
    return all().stream().map(Board::name);
  }

  private static List<Board> all() {
    return RunningExample.bean(Packs.class).installed().orElseThrow().content().boards();
  }

  @ParameterizedTest
  @MethodSource("boards")
  void every_board_of_the_example_has_a_year_with_values_in_both_languages(String board) {
    Visiting.Seen zh = visitor.get("/boards/" + board);
    Visiting.Seen en = visitor.get("/boards/" + board + "?lang=en");

    assertThat(zh.status()).isEqualTo(200);
    assertThat(zh.text()).contains("2018年");
    assertThat(en.text()).doesNotContainPattern("[{}]");
    // A sentence with a dash in place of a number says nothing.
    assertThat(lead(zh)).isNotEmpty().doesNotContain("–");
  }

  private static String lead(Visiting.Seen seen) {
    String from = seen.html().substring(seen.html().indexOf("<p class=\"lead\">"));
    return from.substring(0, from.indexOf("</p>")).replaceAll("<[^>]*>", "");
  }

  @Test
  void a_board_shows_the_year_up_to_the_day_that_is_asked_for() {
    String november = lead(visitor.get("/boards/campaign?on=2018-11-30"));
    String december = lead(visitor.get("/boards/campaign?on=2018-12-31"));

    assertThat(december).contains("完工35个");
    assertThat(november).isNotEqualTo(december);
    assertThat(visitor.get("/boards/campaign?on=2018-11-30").html())
        .contains("/boards/campaign?on=2018-10-31");
  }

  @Test
  void a_number_leads_to_its_figure_with_the_filter_of_its_line() {
    assertThat(visitor.get("/boards/campaign").html())
        .contains(
            "/figures/sub_projects?unit=330205&amp;period=2018&amp;contest=2018-cxzy&amp;on=2018-12-31");
  }

  @Test
  void the_list_and_the_first_page_lead_to_every_board() {
    for (String page : List.of("/boards", "/")) {
      String html = visitor.get(page).html();
      assertThat(all()).allSatisfy(b -> assertThat(html).contains("/boards/" + b.name() + "\""));
    }
  }

  @Test
  void rows_of_a_closed_register_are_masked_for_a_stranger_and_shown_to_the_staff() {
    assertThat(visitor.get("/boards/campaign").text()).contains("台账只对内部人员开放");

    visitor.signIn("gongjian", "liuzheng-example");

    assertThat(visitor.get("/boards/campaign").text()).doesNotContain("台账只对内部人员开放");
  }

  @Test
  void a_board_that_there_is_not_is_said_to_be_none() {
    Visiting.Seen none = visitor.get("/boards/nothing");

    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).contains("没有看板“nothing”");
  }

  @Test
  void programs_read_which_figures_stand_together() {
    assertThat(visitor.get("/api/boards").html())
        .contains("\"name\":\"campaign\"")
        .contains("\"kind\":\"table\"")
        .contains("\"by\":\"contest\"");
  }
}
