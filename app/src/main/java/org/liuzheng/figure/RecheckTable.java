package org.liuzheng.figure;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What rechecks found, so that an alarm outlives the program. */
final class RecheckTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ADD =
      """
      insert into figure_recheck (began, ended, position, figures, compared, mismatches)
      values (:began, :ended, :position, :figures, :compared, :mismatches)
      """;
  private static final String LAST =
      """
      select began, ended, position, figures, compared, mismatches
        from figure_recheck order by number desc limit 1
      """;

  private final NamedParameterJdbcTemplate jdbc;

  RecheckTable(DataSource database) {
    this.jdbc = new NamedParameterJdbcTemplate(database);
  }

  void add(Recheck r) {
    jdbc.update(
        ADD,
        Map.of(
            "began", r.began().atOffset(ZoneOffset.UTC),
            "ended", r.ended().atOffset(ZoneOffset.UTC),
            "position", r.position(),
            "figures", r.figures(),
            "compared", r.values(),
            "mismatches", JSON.writeValueAsString(r.mismatches())));
  }

  Optional<Recheck> last() {
    return jdbc
        .query(
            LAST,
            (row, n) ->
                new Recheck(
                    row.getObject("began", java.time.OffsetDateTime.class).toInstant(),
                    row.getObject("ended", java.time.OffsetDateTime.class).toInstant(),
                    row.getLong("position"),
                    row.getInt("figures"),
                    row.getLong("compared"),
                    JSON.readValue(
                        row.getString("mismatches"),
                        new TypeReference<List<Recheck.Mismatch>>() {})))
        .stream()
        .findFirst();
  }
}
