package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Expectations.Given;
import org.liuzheng.pack.Refusals.Bad;
import org.liuzheng.pack.Refusals.Good;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Schema;

/** The registers of the packs: what a clerk may get wrong is refused, with what would be right. */
class RefusingBadRowsTest {
  private static final Path PACKS = Path.of("..", "packs");
  private static final Pack EXAMPLE = Packs.read(PACKS.resolve("jiangbei-2018")).pack();
  private static final Map<Path, District> DISTRICTS = new HashMap<>();

  @AfterAll
  static void close() {
    DISTRICTS.values().forEach(District::close);
  }

  private static List<Refusals> files() throws IOException {
    try (Stream<Path> all = Files.walk(PACKS)) {
      return all.filter(f -> f.endsWith(Path.of("refuse", f.getFileName().toString())))
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .map(Refusals::read)
          .toList();
    }
  }

  static Stream<Arguments> bad() throws IOException {
    return files().stream().flatMap(f -> f.bad().stream().map(b -> Arguments.of(f, b)));
  }

  static Stream<Arguments> good() throws IOException {
    return files().stream().flatMap(f -> f.good().stream().map(g -> Arguments.of(f, g)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("bad")
  void a_bad_row_is_refused_with_what_is_wrong(Refusals file, Bad bad) {
    assertThat(put(file, bad.row()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.why())
                    .extracting(why -> why.says().en())
                    .anySatisfy(said -> assertThat(said).contains(bad.says())));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("good")
  void the_row_it_differs_from_is_accepted(Refusals file, Good good) {
    assertThat(put(file, good.row())).isInstanceOf(Outcome.Accepted.class);
  }

  /** A register that has a bad row here has one for each of its checks. */
  @ParameterizedTest(name = "{1}")
  @MethodSource("good")
  void every_check_has_a_row_that_it_refuses(Refusals file, Good good) {
    List<String> checks = new ArrayList<>();
    EXAMPLE.content().schemas().stream()
        .filter(s -> s.name().equals(good.row().register()))
        .forEach(s -> s.checks().forEach(c -> checks.add(c.says().en())));
    List<String> said =
        file.bad().stream().filter(b -> b.good().equals(good.row())).map(Bad::says).toList();

    assertThat(checks)
        .allSatisfy(check ->
            assertThat(said).as(check).anySatisfy(part -> assertThat(check).contains(part)));
  }

  @Test
  void every_register_with_checks_has_bad_rows() throws IOException {
    Set<String> named =
        files().stream()
            .flatMap(f -> f.good().stream())
            .map(g -> g.row().register())
            .collect(Collectors.toSet());

    assertThat(EXAMPLE.content().schemas())
        .filteredOn(s -> !s.checks().isEmpty())
        .extracting(Schema::name)
        .allSatisfy(register -> assertThat(named).contains(register));
  }

  private static Outcome put(Refusals file, Given row) {
    District district =
        DISTRICTS.computeIfAbsent(file.file(), f -> District.of(EXAMPLE).with(file.given()));
    return district
        .records()
        .registers
        .put(
            new Registers.Put(
                row.register(), row.validFrom(), row.fields(), District.ADMIN, new Source.Form()));
  }
}
