package org.liuzheng.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.liuzheng.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * There is one writer per database. Its right is a session lock on a connection of its own, held
 * for the life of the program; PostgreSQL frees it however the program ends. Each group takes a
 * second lock for its transaction and looks again whether the first is still held, so that neither
 * a lost connection nor a paused program lets two writers interleave: the next writer waits for the
 * second lock before it reads the tree.
 */
final class WriterLock implements AutoCloseable {
  private static final int SPACE = 0x6c7a;
  private static final int WRITER = 1;
  private static final int GROUP = 2;
  private static final String NOT_IN_TIME = "55P03";

  private static final String PATIENCE = "set lock_timeout = '1s'";
  private static final String USUAL_PATIENCE = "reset lock_timeout";
  private static final String TAKE =
      """
      select pg_advisory_lock(?, ?), pg_backend_pid() as pid
      """;
  private static final String FREE = "select pg_advisory_unlock(?, ?)";
  private static final String GROUP_LOCK =
      """
      select 1 from (select pg_advisory_xact_lock(:space, :group)) as locked
      """;
  private static final String STILL_HELD =
      """
      select exists (
        select 1 from pg_locks
        where locktype = 'advisory' and classid = :space and objid = :writer and objsubid = 2
          and database = (select oid from pg_database where datname = current_database())
          and granted and pid = :pid)
      """;

  private final Connection connection;
  private final int pid;

  private WriterLock(Connection connection, int pid) {
    this.connection = connection;
    this.pid = pid;
  }

  /** Takes the lock, waiting a second for one whose program has just been killed. */
  static WriterLock take(DataSource database) {
    try {
      Connection connection = database.getConnection();
      try {
        return new WriterLock(connection, take(connection));
      } catch (SQLException e) {
        String where = String.valueOf(connection.getCatalog());
        connection.close();
        if (NOT_IN_TIME.equals(e.getSQLState())) {
          throw new LedgerBusy(Words.text("ledger.busy", where));
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the writer's lock could not be asked for", e);
    }
  }

  /** Returns the backend that holds the lock now. */
  private static int take(Connection connection) throws SQLException {
    try (Statement settings = connection.createStatement();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      settings.execute(PATIENCE);
      take.setInt(1, SPACE);
      take.setInt(2, WRITER);
      try (ResultSet answer = take.executeQuery()) {
        answer.next();
        return answer.getInt("pid");
      } finally {
        settings.execute(USUAL_PATIENCE);
      }
    }
  }

  /** Called inside each transaction that reads or writes the tree as the writer. */
  void join(JdbcClient jdbc) {
    jdbc.sql(GROUP_LOCK).param("space", SPACE).param("group", GROUP).query(Integer.class).single();
    boolean held =
        jdbc.sql(STILL_HELD)
            .param("space", SPACE)
            .param("writer", WRITER)
            .param("pid", pid)
            .query(Boolean.class)
            .single();
    if (!held) {
      throw new LedgerStopped(Words.text("ledger.lock_lost"));
    }
  }

  @Override
  public void close() {
    try (connection;
        PreparedStatement free = connection.prepareStatement(FREE)) {
      free.setInt(1, SPACE);
      free.setInt(2, WRITER);
      free.execute();
    } catch (SQLException e) {
      // The connection is gone, and the lock with it.
      System.getLogger(WriterLock.class.getName()).log(System.Logger.Level.DEBUG, "lock gone", e);
    }
  }
}
