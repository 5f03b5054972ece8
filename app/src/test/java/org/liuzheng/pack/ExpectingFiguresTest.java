package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Expectations.Expected;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;

/** The figures of the packs: each for a few rows given, and each on an empty database. */
class ExpectingFiguresTest {
  private static final Path PACKS = Path.of("..", "packs");
  private static final Pack EXAMPLE = Packs.read(PACKS.resolve("jiangbei-2018")).pack();
  private static final Map<Path, District> DISTRICTS = new HashMap<>();
  private static final Path EMPTY = Path.of("");

  @AfterAll
  static void close() {
    DISTRICTS.values().forEach(District::close);
  }

  static Stream<Arguments> expected() throws IOException {
    return files().stream()
        .map(Expectations::read)
        .flatMap(file -> file.expected().stream().map(e -> Arguments.of(file, e)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(PACKS)) {
      return all.filter(f -> f.endsWith(Path.of("expect", f.getFileName().toString())))
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  static List<Definition> definitions() {
    return EXAMPLE.content().definitions();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("expected")
  void a_figure_gives_what_its_pack_expects(Expectations file, Expected expected) {
    DISTRICTS
        .computeIfAbsent(file.file(), f -> District.of(EXAMPLE).with(file.given()))
        .fulfils(expected);
  }

  @Test
  void every_figure_has_something_expected_of_it() throws IOException {
    List<String> expected = new ArrayList<>();
    files().forEach(f -> Expectations.read(f).expected().forEach(e -> expected.add(e.figure())));

    assertThat(expected).containsAll(definitions().stream().map(Definition::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void a_figure_can_be_asked_for_where_nothing_is_recorded(Definition figure) {
    District empty = DISTRICTS.computeIfAbsent(EMPTY, f -> District.of(EXAMPLE));
    Period year = Period.parse("2018").orElseThrow();
    Ask ask = new Ask(figure.name(), "330205", year, new When(year.end(), 0), Map.of());

    assertThat(empty.figures().rows(ask, 0, 5).rows()).isEmpty();
    assertThat(empty.figures().rows(ask, 0, 5).refolded()).isEqualTo(empty.figures().value(ask));
    for (String column : figure.by()) {
      assertThat(empty.figures().breakdown(ask, column)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void a_figure_says_what_it_is_and_whose(Definition figure) {
    assertThat(List.of(figure.label(), figure.meaning(), figure.unit(), figure.source()))
        .allSatisfy(t -> assertThat(t.zh()).isNotBlank())
        .allSatisfy(t -> assertThat(t.en()).isNotBlank());
    assertThat(figure.meaning()).extracting(Text::zh).asString().endsWith("。");
    assertThat(figure.owner())
        .isIn(EXAMPLE.content().schemas().stream().map(s -> s.owner()).distinct().toList());
  }
}
