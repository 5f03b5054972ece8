package org.liuzheng.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which figures have their deltas in the database. An id is never used again for others. */
final class KeptFigures {
  private static final String COMPLETE = "select hash, id from figure_kept where complete";
  private static final String BEGIN =
      """
      insert into figure_kept (hash, name, complete) values (:hash, :name, false) returning id
      """;
  private static final String END =
      "update figure_kept set complete = true where id = :id and not complete";
  private static final String DROP = "delete from figure_kept where id = :id";
  private static final String KEEP_ONLY =
      """
      delete from figure_kept
       where not (hash = any (:hashes) and (complete or id = any (:filling)))
      """;

  /** Goes from one figure to the next in the indexes instead of through all deltas. */
  private static final String UNWANTED =
      """
      with recursive alone (figure) as (
        select min(figure) from figure_delta
        union all
        select (select min(d.figure) from figure_delta d where d.figure > a.figure)
          from alone a where a.figure is not null
      ), packed (figure) as (
        select min(figure) from figure_page
        union all
        select (select min(p.figure) from figure_page p where p.figure > a.figure)
          from packed a where a.figure is not null
      )
      select figure from (select figure from alone union select figure from packed) stored
       where figure is not null and figure not in (select id from figure_kept)
      """;

  private static final String FORGET_DELTAS = "delete from figure_delta where figure in (:figures)";
  private static final String FORGET_PAGES = "delete from figure_page where figure in (:figures)";

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate apart;

  KeptFigures(DataSource database) {
    this.jdbc = new NamedParameterJdbcTemplate(new JdbcTemplate(database));
    this.apart = new TransactionTemplate(new JdbcTransactionManager(database));
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs {@code work} in a transaction of its own, whatever becomes of one around it. */
  void apart(Runnable work) {
    apart.executeWithoutResult(tx -> work.run());
  }

  /**
   * Hash to id of the complete figures among {@code wanted}; all others are no longer kept.
   *
   * @param filling ids of those that are being computed
   */
  Map<String, Integer> complete(Set<String> wanted, Set<Integer> filling) {
    jdbc.update(
        KEEP_ONLY,
        Map.of(
            "hashes",
            new SqlArrayValue("text", wanted.toArray()),
            "filling",
            new SqlArrayValue("int", filling.toArray())));
    Map<String, Integer> complete = new HashMap<>();
    jdbc.query(COMPLETE, (RowCallbackHandler) row -> complete.put(row.getString(1), row.getInt(2)));
    return complete;
  }

  /** The id of a figure whose deltas are still to be computed. */
  int begin(String hash, String name) {
    return Optional.ofNullable(
            jdbc.queryForObject(BEGIN, Map.of("hash", hash, "name", name), Integer.class))
        .orElseThrow();
  }

  /** Begins a figure anew, under another id. */
  int again(Kept figure) {
    jdbc.update(DROP, Map.of("id", figure.id()));
    return begin(figure.counts(), figure.name());
  }

  /** Whether the figure is complete now; not when it was dropped meanwhile. */
  boolean end(int id) {
    return jdbc.update(END, Map.of("id", id)) == 1;
  }

  /** Tells the database what it holds. */
  void analyze() {
    jdbc.getJdbcOperations().execute("analyze figure_page");
  }

  /** Deletes the deltas of figures that are no longer kept. */
  void forget() {
    List<Integer> unwanted = jdbc.queryForList(UNWANTED, Map.of(), Integer.class);
    if (!unwanted.isEmpty()) {
      jdbc.update(FORGET_DELTAS, Map.of("figures", unwanted));
      jdbc.update(FORGET_PAGES, Map.of("figures", unwanted));
    }
  }
}
