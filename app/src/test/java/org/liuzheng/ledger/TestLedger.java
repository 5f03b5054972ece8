package org.liuzheng.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real ledger on a test database, for the tests of all modules. */
public final class TestLedger {
  public static final Author CLERK = new Author("clerk", "330205", Set.of("clerk"));
  private static final String ORIGIN = "test.example/330205";

  private TestLedger() {}

  /** A ledger on an empty database, with the system's clock. */
  public static Ledger on(DataSource database) {
    return on(database, Clock.systemUTC());
  }

  public static Ledger on(DataSource database, Clock clock) {
    return start(database, clock, new LedgerSettings(keyFile(), ORIGIN));
  }

  /** A ledger that can be started again with its key. */
  public static Ledger on(DataSource database, Path keyFile) {
    return start(database, Clock.systemUTC(), new LedgerSettings(keyFile, ORIGIN));
  }

  static PostgresLedger start(DataSource database, Clock clock, LedgerSettings settings) {
    return new PostgresLedger(
        database,
        JdbcClient.create(database),
        new JdbcTransactionManager(database),
        clock,
        settings);
  }

  static LedgerSettings settings() {
    return new LedgerSettings(keyFile(), ORIGIN);
  }

  private static Path keyFile() {
    try {
      Path folder = Files.createTempDirectory("liuzheng-ledger");
      folder.toFile().deleteOnExit();
      return folder.resolve("keys").resolve("ledger.key");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A draft with one field. */
  static Draft draft(String record, String value) {
    return new Draft(
        "thing",
        record,
        LocalDate.of(2018, 7, 18),
        CLERK,
        new Source.Form(),
        Map.of("op", "put", "fields", Map.of("name", value)),
        Draft.Privates.NONE);
  }

  static long append(Ledger ledger, Draft... drafts) {
    return ledger.write(appender -> appender.append(List.of(drafts)));
  }
}
