package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.evidence.TestEvidence;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.ledger.TestLedger;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.sheet.TestSheets;
import org.liuzheng.yaml.Flaw;
import org.springframework.jdbc.core.JdbcTemplate;

/** Registers on an empty database with the real ledger, for the tests of all modules. */
public final class TestRegisters implements AutoCloseable {
  static final Author OFFICER = new Author("officer", "330205", Set.of("officer"));
  private static final int CONNECTIONS = 3;

  public final HikariDataSource database;
  public final Ledger ledger;
  public final Registers registers;
  final Evidence evidence = TestEvidence.fresh();

  /**
   * @param files register files; whoever has the role {@code officer} may write where they say so
   */
  public TestRegisters(String... files) {
    database = pool(TestDatabase.fresh());
    ledger = TestLedger.on(database);
    registers = new PostgresRegisters(database, ledger, TestSheets.reader(), evidence);
    registers.install(schemas(files));
  }

  /** The real registers beside a ledger of one's own. */
  public static Registers on(DataSource database, Ledger ledger, Evidence evidence) {
    return new PostgresRegisters(database, ledger, TestSheets.reader(), evidence);
  }

  /** Connecting anew takes longer than a statement. */
  private static HikariDataSource pool(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  static List<Schema> schemas(String... files) {
    Map<String, String> named = new LinkedHashMap<>();
    Arrays.stream(files).forEach(file -> named.put("register" + named.size() + ".yaml", file));
    List<Flaw> flaws = new ArrayList<>();
    List<Schema> read = Schemas.readAll(named, List.of(), flaws);
    assertThat(flaws).isEmpty();
    return read;
  }

  /**
   * @param pathsAndContents path, content, path, content …
   */
  static Map<String, String> files(String... pathsAndContents) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return files;
  }

  When now(String on) {
    return new When(LocalDate.parse(on), ledger.size());
  }

  /**
   * @param fields name, value, name, value …
   */
  Outcome put(String register, String validFrom, String... fields) {
    return registers.put(
        new Registers.Put(register, validFrom, files(fields), OFFICER, new Source.Form()));
  }

  Outcome correct(
      String register, String record, String validFrom, String reason, String... fields) {
    return registers.correct(
        new Registers.Correct(
            register,
            record,
            LocalDate.parse(validFrom),
            files(fields),
            reason,
            OFFICER,
            new Source.Form()));
  }

  Outcome withdraw(String register, String record, String from, String reason) {
    return registers.withdraw(
        new Registers.Withdraw(
            register, record, LocalDate.parse(from), reason, OFFICER, new Source.Form()));
  }

  /** The first sentence of a refusal, in English. */
  static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why().getFirst().says().en();
  }

  static long seq(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).seq();
  }

  Import run(String register, String csv) {
    return run(
        register,
        "x.csv",
        csv.getBytes(StandardCharsets.UTF_8),
        "2018-01-01",
        ImportRequest.Mode.ALL_OR_NOTHING);
  }

  Import goodRows(String register, String csv) {
    return run(
        register,
        "x.csv",
        csv.getBytes(StandardCharsets.UTF_8),
        "2018-01-01",
        ImportRequest.Mode.GOOD_ROWS);
  }

  Import run(
      String register, String name, byte[] content, String validFrom, ImportRequest.Mode mode) {
    return registers.run(new ImportRequest(register, name, content, validFrom, mode, OFFICER));
  }

  /** A register's table, row by row, as the database prints it. */
  List<String> table(String register) {
    return new JdbcTemplate(database)
        .queryForList(
            "select t::text from r_" + register + " t order by id, known_from, valid_from",
            String.class);
  }

  @Override
  public void close() throws Exception {
    ((AutoCloseable) ledger).close();
    database.close();
  }
}
