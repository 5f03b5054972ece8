package org.liuzheng.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code entry}. This is the only class that inserts into it. */
final class Entries {
  private static final int ROWS_PER_STATEMENT = 2_000;

  private static final String INSERT =
      """
      insert into entry (seq, register, record, valid_from, recorded_at, actor, unit, source, body,
                         salt, leaf_data)
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from unnest(cast(:seq as bigint[]), cast(:register as text[]), cast(:record as text[]),
                  cast(cast(:valid_from as text[]) as date[]),
                  cast(cast(:recorded_at as text[]) as timestamptz[]), cast(:actor as text[]),
                  cast(:unit as text[]), cast(:source as text[]), cast(:body as text[]),
                  cast(:salt as bytea[]), cast(:leaf_data as bytea[]))
        as written (seq, register, record, valid_from, recorded_at, actor, unit, source, body,
                    salt, leaf_data)
      """;
  private static final String ONE =
      """
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from entry where seq = :seq
      """;
  private static final String FROM =
      """
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from entry where seq >= :from order by seq limit :limit
      """;
  private static final String THESE =
      """
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from entry where seq = any(cast(:seqs as bigint[]))
      """;

  /** Each register by its own index, so that one with few entries is not searched for in all. */
  private static final String NEWEST =
      """
      select e.seq, e.register, e.record, e.valid_from, e.recorded_at, e.actor, e.unit, e.source,
             e.body, e.salt, e.leaf_data
      from unnest(cast(:registers as text[])) as wanted (register)
      cross join lateral (
        select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
               leaf_data
        from entry where register = wanted.register and seq >= :from and seq < :below
        order by seq desc limit :limit) as e
      order by e.seq desc limit :limit
      """;

  private static final String NEWEST_BY =
      """
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from entry
      where actor = :actor and register = any(cast(:registers as text[]))
        and seq >= :from and seq < :below
      order by seq desc limit :limit
      """;
  private static final String OF_RECORD =
      """
      select seq, register, record, valid_from, recorded_at, actor, unit, source, body, salt,
             leaf_data
      from entry where register = :register and record = :record order by seq
      """;
  private static final String LEAVES =
      """
      select leaf_data from entry where seq >= :from and seq < :to order by seq
      """;
  private static final String EXTENT =
      """
      select coalesce(max(seq) + 1, 0) as size from entry
      """;

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(List<StoredEntry> all) {
    for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
      insertSome(all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT)));
    }
  }

  private void insertSome(List<StoredEntry> rows) {
    jdbc.sql(INSERT)
        .param("seq", column(rows, StoredEntry::seq, Long[]::new))
        .param("register", column(rows, StoredEntry::register, String[]::new))
        .param("record", column(rows, StoredEntry::record, String[]::new))
        .param("valid_from", column(rows, e -> e.validFrom().toString(), String[]::new))
        .param("recorded_at", column(rows, e -> e.recordedAt().toString(), String[]::new))
        .param("actor", column(rows, StoredEntry::actor, String[]::new))
        .param("unit", column(rows, StoredEntry::unit, String[]::new))
        .param("source", column(rows, StoredEntry::source, String[]::new))
        .param("body", column(rows, StoredEntry::body, String[]::new))
        .param("salt", column(rows, StoredEntry::salt, byte[][]::new))
        .param("leaf_data", column(rows, StoredEntry::leafData, byte[][]::new))
        .update();
  }

  private static <T> T[] column(
      List<StoredEntry> rows, Function<StoredEntry, T> part, IntFunction<T[]> array) {
    return rows.stream().map(part).toArray(array);
  }

  Optional<StoredEntry> one(long seq) {
    return jdbc.sql(ONE).param("seq", seq).query(Entries::row).optional();
  }

  List<StoredEntry> these(Collection<Long> seqs) {
    return jdbc.sql(THESE).param("seqs", seqs.toArray(Long[]::new)).query(Entries::row).list();
  }

  List<StoredEntry> from(long seq, int limit) {
    return jdbc.sql(FROM).param("from", seq).param("limit", limit).query(Entries::row).list();
  }

  List<StoredEntry> newest(EntryQuery query) {
    JdbcClient.StatementSpec asked =
        query.actor().isEmpty()
            ? jdbc.sql(NEWEST)
            : jdbc.sql(NEWEST_BY).param("actor", query.actor());
    return asked
        .param("registers", query.registers().toArray(String[]::new))
        .param("from", query.from())
        .param("below", query.below())
        .param("limit", query.limit())
        .query(Entries::row)
        .list();
  }

  List<StoredEntry> ofRecord(String register, String record) {
    return jdbc.sql(OF_RECORD)
        .param("register", register)
        .param("record", record)
        .query(Entries::row)
        .list();
  }

  /** The leaf data of the entries {@code from} (inclusive) to {@code to} (exclusive). */
  List<byte[]> leafData(long from, long to) {
    return jdbc.sql(LEAVES)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> row.getBytes("leaf_data"))
        .list();
  }

  /** One more than the last seq. */
  long extent() {
    return jdbc.sql(EXTENT).query(Long.class).single();
  }

  private static StoredEntry row(ResultSet row, int number) throws SQLException {
    Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    return new StoredEntry(
        row.getLong("seq"),
        row.getString("register"),
        row.getString("record"),
        row.getObject("valid_from", LocalDate.class),
        recordedAt,
        row.getString("actor"),
        row.getString("unit"),
        row.getString("source"),
        row.getString("body"),
        row.getBytes("salt"),
        row.getBytes("leaf_data"));
  }
}
