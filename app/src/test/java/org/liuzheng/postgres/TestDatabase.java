package org.liuzheng.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real PostgreSQL for tests: one server for all tests of a JVM, one new migrated database per call.
 * fsync is off here alone; that a commit survives a crash is tested on a server of its own.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final PostgresServer SERVER = start();

  private TestDatabase() {}

  /** A new database with all migrations applied. */
  public static DataSource fresh() {
    String name = "t" + COUNT.incrementAndGet();
    execute("create database " + name + " template migrated");
    return dataSource(name);
  }

  private static PostgresServer start() {
    try {
      Path folder = Files.createTempDirectory("liuzheng-test");
      PostgresServer server =
          PostgresServer.start(
              folder.resolve("cluster"),
              List.of(
                  "fsync=off",
                  "synchronous_commit=off",
                  "full_page_writes=off",
                  "max_connections=400"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      migrate(server);
      return server;
    } catch (java.io.IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void migrate(PostgresServer server) throws SQLException {
    try (Connection c =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement s = c.createStatement()) {
      s.execute("create database migrated");
    }
    Flyway.configure()
        .dataSource(server.url("migrated"), server.user(), server.password())
        .load()
        .migrate();
  }

  private static void execute(String sql) {
    try (Connection c =
            DriverManager.getConnection(SERVER.url(), SERVER.user(), SERVER.password());
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource dataSource(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(SERVER.url(name));
    source.setUser(SERVER.user());
    source.setPassword(SERVER.password());
    return source;
  }
}
