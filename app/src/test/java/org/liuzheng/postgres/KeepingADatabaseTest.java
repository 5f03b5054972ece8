package org.liuzheng.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingADatabaseTest {
  @TempDir Path folder;

  @Test
  void rows_survive_a_restart_and_so_does_an_orphan_left_by_a_hard_stop() throws SQLException {
    PostgresServer first = PostgresServer.start(folder.resolve("db"), List.of());
    execute(first, "create table kept as select 42 as n");

    // first is not closed, as after kill -9 of the program
    try (PostgresServer second = PostgresServer.start(folder.resolve("db"), List.of())) {
      assertThat(number(second, "select n from kept")).isEqualTo(42);
    }
  }

  @Test
  void commits_are_durable_by_default() throws SQLException {
    try (PostgresServer server = PostgresServer.start(folder.resolve("db"), List.of())) {
      assertThat(
              number(
                  server,
                  "select count(*) from pg_settings where name in ('fsync', 'synchronous_commit',"
                      + " 'full_page_writes') and setting = 'on'"))
          .isEqualTo(3);
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection c = connect(server);
        var s = c.createStatement()) {
      s.execute(sql);
    }
  }

  private static long number(PostgresServer server, String sql) throws SQLException {
    try (Connection c = connect(server);
        var s = c.createStatement();
        var r = s.executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.url(), server.user(), server.password());
  }
}
