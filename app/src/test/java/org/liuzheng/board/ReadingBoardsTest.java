package org.liuzheng.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.board.Board.Section;
import org.liuzheng.figure.Definition;
import org.liuzheng.pack.Packs;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;

class ReadingBoardsTest {
  private static final List<Definition> FIGURES =
      Packs.read(Path.of("..", "packs", "jiangbei-2018")).pack().content().definitions();

  private static final String BOARD =
      """
      - board: stuck
        label: {zh: a, en: Stuck}
        purpose: {zh: a, en: What is stuck.}
        says: {zh: "a{open_obstacles}b", en: "{open_obstacles} are open"}
        sections:
          - {label: {zh: a, en: Kinds}, table: [open_obstacles, obstacles_resolved], by: category}
          - {label: {zh: a, en: Lines}, lines: [gdp, progress_light]}
          - {label: {zh: a, en: Months}, trend: open_obstacles}
          - {label: {zh: a, en: Places}, ranking: gdp}
          - {label: {zh: a, en: Open}, rows: open_obstacles, most: 15}
      """;

  private final List<Flaw> flaws = new ArrayList<>();

  private List<Board> read(String content, String... taken) {
    return Board.readAll(Map.of("boards/stuck.yaml", content), Set.of(taken), FIGURES, flaws);
  }

  @Test
  void a_board_is_a_sentence_and_figures_in_five_forms() {
    Board board = read(BOARD).getFirst();

    assertThat(flaws).isEmpty();
    assertThat(board.sentence(Lang.EN))
        .containsExactly(
            new Board.Piece("open_obstacles", true), new Board.Piece(" are open", false));
    assertThat(board.sections())
        .hasExactlyElementsOfTypes(
            Section.Table.class,
            Section.Lines.class,
            Section.Trend.class,
            Section.Ranking.class,
            Section.Rows.class);
    assertThat(board.figures())
        .containsExactly("open_obstacles", "obstacles_resolved", "gdp", "progress_light");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          board: stuck             | board: Stuck             | 1:10  | cannot be called “Stuck”
          trend: open_obstacles    | trend: open_obstacle     | 8:43  | no figure “open_obstacle”
          by: category             | by: kind                 | 6:84  | cannot be broken down by “kind”
          by: category             | by: unit, most: 3        | 6:90  | “most” does not belong
          most: 15                 | most: 51                 | 10:62 | most wants 1 to 50
          ranking: gdp             | ranking: gdp, trend: gdp | 9:7   | found: trend, ranking
          [gdp, progress_light]    | []                       | 7:42  | 1 to 20 figures
          "{open_obstacles} are    | "{gdp} are               | 4:9   | name different figures
          """)
  void a_flaw_is_told_with_its_place(String sound, String flawed, String place, String says) {
    assertThat(BOARD).contains(sound);

    read(BOARD.replace(sound, flawed));

    assertThat(flaws)
        .anySatisfy(f -> {
          assertThat(f.line() + ":" + f.column()).isEqualTo(place);
          assertThat(f.says().in(Lang.EN)).contains(says);
        });
  }

  @Test
  void a_name_is_given_once() {
    read(BOARD, "stuck");

    assertThat(flaws)
        .extracting(f -> f.says().in(Lang.EN))
        .containsExactly("There is a board “stuck” already");
  }

  @Test
  void every_system_has_a_board_and_every_board_speaks() {
    List<Board> boards =
        Packs.read(Path.of("..", "packs", "jiangbei-2018")).pack().content().boards();

    assertThat(boards).hasSizeGreaterThanOrEqualTo(15);
    assertThat(boards).allSatisfy(b -> assertThat(b.said()).as(b.name()).isNotEmpty());
  }
}
