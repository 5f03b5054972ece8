package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.calendar.TestCalendars;
import org.liuzheng.claim.Claims;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.evidence.TestEvidence;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.FiguresOfRegisters;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Draft;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.ledger.TestLedger;
import org.liuzheng.people.People;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.register.Registers;
import org.liuzheng.register.TestRegisters;
import org.liuzheng.register.When;

/** A pack is changed and installed again on a running district. */
class InstallingPacksAgainTest {
  private static final Author ADMIN = new Author("admin", "330205", Set.of("admin"));
  private static final String PACK =
      """
      pack: small
      label: {zh: p, en: Small}
      purpose: {zh: p, en: A small pack.}
      district: {unit: "330205", name: {zh: d, en: D}}
      """;
  private static final String REGISTER =
      """
      register: parcel
      label: {zh: d, en: Parcels}
      owner: land-office
      key: [number]
      fields:
        number: {type: code, label: {zh: n, en: Number}}
        area: {type: decimal, label: {zh: a, en: Area}}
        idle: {type: decimal, label: {zh: i, en: Idle}}
      """;
  private static final String FIGURE =
      """
      figure: area
      label: {zh: a, en: Area}
      meaning: {zh: a, en: All area.}
      unit: {zh: m, en: mu}
      owner: land-office
      kind: stock
      rows: |
        select p.id as parcel, 'x' as unit, p.area as size from parcel as p
      fold: {sum: size}
      """;

  @TempDir Path folder;
  private final Evidence evidence = TestEvidence.fresh();
  private final List<String> said = new ArrayList<>();
  private Running running;

  /** The program, once started. */
  private record Running(
      Ledger ledger,
      Registers registers,
      Figures figures,
      Packs packs,
      HikariDataSource database) {}

  @BeforeEach
  void start() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(TestDatabase.fresh());
    config.setMaximumPoolSize(3);
    started(new HikariDataSource(config));
  }

  private void started(HikariDataSource database) {
    Ledger ledger = TestLedger.on(database, folder.resolve("keys").resolve("ledger.key"));
    Registers registers = TestRegisters.on(database, ledger, evidence);
    Figures figures = FiguresOfRegisters.on(database, ledger, registers);
    running =
        new Running(
            ledger,
            registers,
            figures,
            new InstalledPack(
                ledger,
                evidence,
                registers,
                TestCalendars.on(database),
                figures,
                idle(Claims.class),
                idle(People.class),
                ZoneOffset.UTC),
            database);
  }

  @AfterEach
  void stop() throws Exception {
    ((AutoCloseable) running.ledger()).close();
    running.database().close();
  }

  @Test
  void what_was_known_before_the_new_pack_keeps_the_definitions_of_then() throws Exception {
    install(FIGURE);
    parcel("1", "5", "2");
    long before = running.ledger().size();

    install(FIGURE.replace("p.area as size", "p.area - p.idle as size"));

    assertThat(value(running.ledger().size())).isEqualTo("3");
    assertThat(value(before)).isEqualTo("5");
    assertThat(value(0)).as("before anything was installed").isEqualTo("none");
    restart();
    install(FIGURE.replace("p.area as size", "p.area - p.idle as size"));
    parcel("2", "10", "1");
    assertThat(value(running.ledger().size())).isEqualTo("12");
    assertThat(value(before)).isEqualTo("5");
    Ask now = ask(running.ledger().size());
    assertThat(running.figures().versions("area"))
        .extracting(v -> text(now.by(v)))
        .as("side by side, also for what was recorded since")
        .containsExactly("15", "12");
  }

  @Test
  void definitions_are_read_with_the_registers_of_then() throws Exception {
    install(FIGURE.replace("p.area as size", "p.idle as size"));
    parcel("1", "5", "2");
    long before = running.ledger().size();

    write(
        "small/registers/parcel.yaml",
        REGISTER.replace("  idle: {type: decimal, label: {zh: i, en: Idle}}\n", ""));
    installAsWritten(FIGURE);

    assertThat(value(running.ledger().size())).isEqualTo("5");
    assertThat(value(before)).isEqualTo("2");
  }

  @Test
  void a_changed_report_or_label_of_the_pack_makes_no_new_definitions() throws Exception {
    install(FIGURE);
    write("small/people.yaml", "accounts: []\n");

    install(FIGURE);

    assertThat(running.ledger().entriesOf("pack", "small")).hasSize(2);
    assertThat(running.figures().versions("area")).hasSize(1);
  }

  @Test
  void definitions_that_cannot_be_read_any_more_are_told() throws Exception {
    install(FIGURE);
    running
        .ledger()
        .write(appender ->
            appender.append(
                List.of(
                    new Draft(
                        "pack",
                        "small",
                        LocalDate.of(2018, 1, 1),
                        ADMIN,
                        new Source.Program("pack"),
                        Map.of("op", "install", "files", Map.of("small/pack.yaml", "0".repeat(64))),
                        Draft.Privates.NONE))));

    install(FIGURE);

    assertThat(said)
        .singleElement()
        .asString()
        .contains("entry 1 ")
        .contains("small/pack.yaml was not kept");
  }

  private void restart() throws Exception {
    ((AutoCloseable) running.ledger()).close();
    started(running.database());
  }

  private void install(String figure) throws IOException {
    write("small/registers/parcel.yaml", REGISTER);
    installAsWritten(figure);
  }

  private void installAsWritten(String figure) throws IOException {
    write("small/pack.yaml", PACK);
    write("small/figures/area.yaml", figure);
    Packs.Loaded loaded = Packs.read(folder.resolve("small"));
    assertThat(loaded.flaws()).isEmpty();
    running.packs().install(loaded.pack(), text -> said.add(text.en()));
  }

  private void parcel(String number, String area, String idle) {
    assertThat(
            running
                .registers()
                .put(
                    new Registers.Put(
                        "parcel",
                        "2018-01-01",
                        Map.of("number", number, "area", area, "idle", idle),
                        ADMIN,
                        new Source.Form())))
        .isInstanceOf(Registers.Outcome.Accepted.class);
  }

  private String value(long known) {
    return text(ask(known));
  }

  private static Ask ask(long known) {
    return new Ask(
        "area",
        "",
        Period.parse("2018").orElseThrow(),
        new When(LocalDate.of(2018, 12, 31), known),
        Map.of());
  }

  private String text(Ask ask) {
    Value value = running.figures().value(ask);
    assertThat(running.figures().rows(ask, 0, 5).refolded()).isEqualTo(value);
    return switch (value) {
      case Value.Number n -> n.rounded(0).toPlainString();
      case Value.None none -> "none";
    };
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  /** A door behind which nothing happens. */
  private static <T> T idle(Class<T> door) {
    return door.cast(
        Proxy.newProxyInstance(
            door.getClassLoader(), new Class<?>[] {door}, (proxy, method, arguments) -> List.of()));
  }
}
