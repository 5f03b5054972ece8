package org.liuzheng.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code checkpoint}: one per committed group, and one for the empty tree. */
final class Checkpoints {
  private static final String INSERT =
      """
      insert into checkpoint (size, root, signed_at, note) values (:size, :root, :signed_at, :note)
      """;
  private static final String NEWEST =
      """
      select size, root, signed_at, note from checkpoint order by size desc limit 1
      """;
  private static final String FROM =
      """
      select size, root, signed_at, note from checkpoint
      where size >= :from order by size limit :limit
      """;
  private static final String AT =
      """
      select coalesce(max(size), 0) as size from checkpoint where signed_at <= :moment
      """;

  private final JdbcClient jdbc;

  Checkpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(SignedCheckpoint checkpoint) {
    jdbc.sql(INSERT)
        .param("size", checkpoint.size())
        .param("root", checkpoint.root())
        .param("signed_at", checkpoint.signedAt().atOffset(ZoneOffset.UTC))
        .param("note", checkpoint.note())
        .update();
  }

  Optional<SignedCheckpoint> newest() {
    return jdbc.sql(NEWEST).query(Checkpoints::row).optional();
  }

  List<SignedCheckpoint> from(long size, int limit) {
    return jdbc.sql(FROM).param("from", size).param("limit", limit).query(Checkpoints::row).list();
  }

  long sizeAt(Instant moment) {
    return jdbc.sql(AT).param("moment", moment.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  private static SignedCheckpoint row(ResultSet row, int number) throws SQLException {
    return new SignedCheckpoint(
        row.getLong("size"),
        row.getBytes("root"),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        row.getString("note"));
  }
}
