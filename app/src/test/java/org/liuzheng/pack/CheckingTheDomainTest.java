package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Standards;
import org.liuzheng.register.Schema;

/** {@code docs/domain-checks.md} says what keeps each rule of the domain; all it names is there. */
class CheckingTheDomainTest {
  private static final Path PAGE = Path.of("..", "docs", "domain-checks.md");
  private static final Pack EXAMPLE = Packs.read(Path.of("..", "packs", "jiangbei-2018")).pack();
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`(?: “([^”]+)”)?");
  private static final Pattern FIELD = Pattern.compile("([a-z_0-9]+)\\.([a-z_0-9]+)");
  private static final String FINES = "fines_decided";

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(l -> l.startsWith("| ") && !l.startsWith("| rule |"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_a_row_names_is_there(String row) {
    String[] cells = row.split("\\|");
    assertThat(cells).as("a rule and what keeps it").hasSize(3);
    Matcher named = NAMED.matcher(cells[2]);
    boolean any = false;
    while (named.find()) {
      any = true;
      assertThat(isThere(named.group(1), named.group(2) == null ? "" : named.group(2)))
          .as(named.group())
          .isTrue();
    }
    assertThat(any || cells[2].contains("*Flow*") || cells[2].contains("*Not*"))
        .as("something keeps it, or it says why nothing can")
        .isTrue();
  }

  private static boolean isThere(String name, String sentence) {
    if (!sentence.isEmpty()) {
      return schema(name)
          .anyMatch(s -> s.checks().stream().anyMatch(c -> c.says().en().contains(sentence)));
    }
    Matcher field = FIELD.matcher(name);
    if (field.matches()) {
      return schema(field.group(1)).anyMatch(s -> s.field(field.group(2)).isPresent());
    }
    return name.endsWith("Test")
        ? tests().contains(name + ".java")
        : figures().anyMatch(f -> f.name().equals(name));
  }

  private static Stream<Schema> schema(String register) {
    return EXAMPLE.content().schemas().stream().filter(s -> s.name().equals(register));
  }

  private static Stream<Definition> figures() {
    return EXAMPLE.content().definitions().stream();
  }

  private static Set<String> tests() {
    try (Stream<Path> all = Files.walk(Path.of("src", "test", "java"))) {
      return all.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The figures that find what records contradict stand in the table, so none is forgotten. */
  @Test
  void every_figure_of_exceptions_stands_in_the_table() throws IOException {
    String page = Files.readString(PAGE);
    String exceptions =
        Files.readString(Path.of("..", "packs", "district", "figures", "exceptions.yaml"));
    List<String> named =
        Pattern.compile("(?m)^- figure: (\\w+)$(?:\\n(?!- figure).*)*?\\n  target: 0$")
            .matcher(exceptions)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named).allSatisfy(f -> assertThat(page).contains("`" + f + "`"));
  }

  /** By law what is fined may not be a way to be praised or blamed. */
  @Test
  void fines_feed_no_score_no_rank_no_light_and_have_no_target() {
    Definition fines = figures().filter(f -> f.name().equals(FINES)).findFirst().orElseThrow();

    assertThat(fines.standards()).isEqualTo(Standards.NONE);
    assertThat(fines.better()).isEqualTo(Definition.Better.NEITHER);
    assertThat(figures())
        .noneMatch(f ->
            isMark(f.standards().target())
                || isMark(f.standards().floor())
                || (f.made() instanceof Definition.Stepped s && s.bases().contains(FINES)));
  }

  private static boolean isMark(Optional<Standards.Mark> mark) {
    return mark.equals(Optional.of(new Standards.Mark.Figure(FINES)));
  }
}
