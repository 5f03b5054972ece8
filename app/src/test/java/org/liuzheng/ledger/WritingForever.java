package org.liuzheng.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A program that writes until it is killed, and says each seq once it is acknowledged. */
final class WritingForever {
  private WritingForever() {}

  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword(arguments[2]);
    PostgresLedger ledger =
        TestLedger.start(
            database, Clock.systemUTC(), new LedgerSettings(Path.of(arguments[3]), arguments[4]));
    for (int i = 1; ; i = i % 300 + 1) {
      int entries = i;
      long first =
          ledger.write(appender ->
              appender.append(
                  IntStream.range(0, entries)
                      .mapToObj(n -> TestLedger.draft("r" + n, "v" + entries))
                      .toList()));
      System.out.println(first + entries - 1 + ".");
      System.out.flush();
    }
  }
}
