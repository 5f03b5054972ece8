package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.register.When;
import org.liuzheng.yaml.Flaw;

class SelectingFromRelationsTest {
  private static final String CASES =
      """
      relation: cases
      rows: |
        select a.id as application, i.id as item, i.department as unit, a.closed_on as closed_on,
               a.used as used, i.promised as promised,
               case when a.used <= i.promised then 1 else 0 end as in_time, 1 as one
          from application a
          join item for system_time as of a.accepted_on as i on i.id = a.item
         where a.outcome = 'granted'
      """;
  private static final String SLOW =
      """
      relation: slow_cases
      rows: |
        select c.application, c.unit, c.closed_on, c.item, c.used - c.promised as over
          from cases as c where c.in_time = 0
      """;
  private static final String SHARE =
      """
      figure: share
      kind: flow
      day: c.closed_on
      rows: |
        select c.* from cases as c
      fold: {ratio: [in_time, one]}
      by: [item]
      """;
  private static final String WRITTEN_OUT =
      """
      figure: written_out
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, i.id as item, i.department as unit,
               case when a.used <= i.promised then 1 else 0 end as in_time, 1 as one
          from application a
          join item for system_time as of a.accepted_on as i on i.id = a.item
         where a.outcome = 'granted'
      fold: {ratio: [in_time, one]}
      """;
  private static final String OVER =
      """
      figure: over
      kind: flow
      day: s.closed_on
      rows: |
        select s.application, s.unit, s.over from slow_cases as s
         where s.over > 1
      fold: {sum: over}
      """;
  private static final String OF_MOBILE =
      """
      figure: of_mobile
      kind: stock
      rows: |
        select i.id as mobile_item, c.application, i.department as unit
          from item as i
          join cases as c on c.item = i.id
         where i.mobile
      fold: count
      """;
  private static final String AS_OF =
      """
      figure: as_of
      kind: stock
      rows: |
        select a.id as application, o.unit from application as a
          join owned for system_time as of a.closed_on as o on o.item = a.item
      fold: count
      """;
  private static final String OWNED =
      """
      relation: owned
      rows: |
        select i.id as item, i.department as unit from item as i
      """;

  private final TestFigures given =
      new TestFigures(CASES, SLOW, OWNED, SHARE, WRITTEN_OUT, OVER, OF_MOBILE, AS_OF);
  private final Tables tables = given.tables;

  @Test
  void a_relation_counts_as_if_it_were_written_out() {
    records();

    assertThat(given.value("share", "D", "2018", end())).isEqualTo("1/3 of 3");
    assertThat(given.value("written_out", "D", "2018", end())).isEqualTo("1/3 of 3");
    assertThat(given.value("over", "D", "2018", end()))
        .as("a relation of a relation")
        .isEqualTo("4 of 1");
    assertThat(given.value("of_mobile", "E", "2018", end())).isEqualTo("2 of 2");
    assertThat(given.value("as_of", "E", "2018", end()))
        .as("the item moved in July")
        .isEqualTo("1 of 1");
    assertThat(given.figures.breakdown(given.ask("share", "D", "2018", end()), "item"))
        .extracting(p -> p.key() + " " + TestFigures.text(p.value()))
        .containsExactly("i1 1/2 of 2", "i2 0 of 1");
  }

  @Test
  void rows_name_the_records_and_history_is_kept() {
    records();
    long before = tables.size();
    tables.correct(
        "item",
        "i1",
        LocalDate.parse("2018-01-01"),
        Map.of("name", "One", "department", "D", "promised", "1", "mobile", "true"));

    assertThat(given.figures.rows(given.ask("over", "D", "2018", end()), 0, 5).rows())
        .first()
        .satisfies(r -> assertThat(r).containsEntry("application", "a2"));
    assertThat(
            ((Definition.Folded) given.figures.definition("share").orElseThrow().made()).fields())
        .as("columns are still known as fields of registers")
        .containsEntry("used", new Definition.FieldShown("application", "used"))
        .containsEntry("promised", new Definition.FieldShown("item", "promised"))
        .doesNotContainKey("in_time");
    assertThat(given.figures.links("share"))
        .containsEntry("application", "application")
        .containsEntry("item", "item");
    assertThat(given.value("share", "D", "2018", end())).isEqualTo("0/3 of 3");
    assertThat(given.value("share", "D", "2018", new When(end().on(), before)))
        .as("as known before the correction")
        .isEqualTo("1/3 of 3");
    assertThat(given.figures.definitions())
        .allMatch(d ->
            DefinitionReader.again(d, TestSchemas.ALL)
                .getFirst()
                .rows()
                .orElseThrow()
                .history()
                .isPresent());
  }

  @Test
  void the_hash_covers_what_a_relation_selects() {
    String other = CASES.replace("'granted'", "'refused'");

    assertThat(hash("share", CASES, SHARE)).isNotEqualTo(hash("share", other, SHARE));
    assertThat(hash("over", CASES, SLOW, OVER)).isNotEqualTo(hash("over", other, SLOW, OVER));
  }

  @Test
  void a_relation_that_changed_on_a_day_breaks_the_figures_on_it() {
    String changing =
        CASES
            + """
            earlier:
              - until: 2017-12-31
                note: {zh: 甲, en: Refusals no longer count}
                rows: |
                  select a.id as application, i.id as item, i.department as unit, a.closed_on as closed_on,
                         a.used as used, i.promised as promised, 1 as in_time, 1 as one
                    from application a
                    join item for system_time as of a.accepted_on as i on i.id = a.item
            """;
    given.redefine(changing, SLOW, SHARE, OVER);
    records();
    closed("old", "i1", "2017-05-01", 9, "refused");

    assertThat(given.value("share", "D", "2018", end())).isEqualTo("1/3 of 3");
    assertThat(given.value("share", "D", "2017", end())).isEqualTo("1 of 1");
    assertThat(given.figures.versions("share"))
        .filteredOn(v -> v.since() > 0)
        .extracting(v -> v.until() + " " + v.note().en())
        .containsExactly("2017-12-31 Refusals no longer count", LocalDate.MAX + " ");
    given.again();
    assertThat(given.value("share", "D", "2017", end())).isEqualTo("1 of 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          relation: item                 | select i.id as x from item as i                         | 1:13 “item” is the name of a register
          relation: R                    | select i.id as x from item as i                         | 1:13 The relation’s name “R”
          relation: r                    | select i.id as x from itm as i                          | 4:27 There is no register or relation “itm”; there are: application, item, observation, r, unit
          relation: r                    | select count(i.id) as x from item as i                  | 4:12 The aggregate count
          relation: r                    | select r.x as x from r as r                             | 4:26 The relation “r” leads back to itself
          relation: r                    | select i.promised as x from item as i where i.name = 1  | 4:58 Here a text
          relation: r                    | select * from item as i                                 | 4:12 * is not allowed here
          relation: r                    | select i.* from item as i                               | 4:12 * is not allowed here
          """)
  void a_flaw_of_a_relation_is_told_at_its_place(String head, String select, String says) {
    assertThat(flaws("- " + head + "\n  meaning: {zh: 甲, en: A}\n  rows: |\n    " + select + "\n"))
        .singleElement()
        .asString()
        .startsWith(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          select c.nothing as x, c.unit from cases as c                                       | 9:12 There is no field “nothing”; there are: application, item, unit, closed_on, used, promised, in_time, one
          select c.unit, c.used from cases as c where c.used = 'a'                            | 9:58 Here a number is compared with a text
          select i.department as unit from item as i left join cases as c on c.item = i.id    | 9:58 “c” is a relation and cannot be left joined
          select i.department as unit from item as i join cases as c on c.in_time = i.promised| 9:67 Only equalities of fields
          select i.department as unit from item as i join cases as c on c.item = c.application| 9:67 on must tie “c”
          select c.unit, c.valid_from from cases as c                                         | 9:20 The time column “valid_from”
          select c.unit from cases as c join cases as c on c.item = c.item                    | 9:40 The alias “c” is used twice
          """)
  void a_flaw_of_a_use_is_told_where_the_relation_is_used(String select, String says) {
    assertThat(
            flaws(
                """
                - figure: f
                  label: {zh: 甲, en: A}
                  meaning: {zh: 甲, en: A}
                  unit: {zh: 件, en: cases}
                  owner: office
                  kind: stock
                  fold: count
                  rows: |
                    SELECT
                - RELATION
                """
                    .replace("SELECT", select)
                    .replace("RELATION", CASES.indent(2).strip() + "\n  meaning: {zh: 甲, en: A}")))
        .first()
        .asString()
        .startsWith(says);
  }

  @Test
  void relations_that_lead_in_a_circle_and_what_by_does_not_find() {
    assertThat(
            flaws(
                """
                - relation: a
                  meaning: {zh: 甲, en: A}
                  rows: |
                    select b.x as x from b as b
                - relation: b
                  meaning: {zh: 甲, en: A}
                  rows: |
                    select a.x as x from a as a
                - relation: a
                  meaning: {zh: 甲, en: A}
                  rows: |
                    select i.id as x from item as i
                """))
        .containsExactly(
            "9:13 The relation “a” is declared twice",
            "8:26 The relation “a” leads back to itself");
    List<Flaw> flaws = new ArrayList<>();
    TestFigures.read(
        flaws, CASES, SHARE.replace("select c.* from", "select c.unit, c.in_time, c.one from"));
    assertThat(flaws)
        .extracting(f -> f.says().en())
        .containsExactly(
            "The rows have no column “item”; they have: unit, in_time, one, application");
  }

  private static List<String> flaws(String yaml) {
    List<Flaw> flaws = new ArrayList<>();
    Definitions.readAll(Map.of("f.yaml", yaml), Definitions.Content.NONE, TestSchemas.ALL, flaws);
    return flaws.stream().map(f -> f.line() + ":" + f.column() + " " + f.says().en()).toList();
  }

  private static String hash(String figure, String... yaml) {
    List<Flaw> flaws = new ArrayList<>();
    String hash =
        TestFigures.read(flaws, yaml).stream()
            .filter(d -> d.name().equals(figure))
            .findFirst()
            .orElseThrow()
            .hash();
    assertThat(flaws).isEmpty();
    return hash;
  }

  private void records() {
    tables.put("unit", "D", "2010-01-01", "name", "Department");
    tables.put(
        "item",
        "i1",
        "2018-01-01",
        "name",
        "One",
        "department",
        "D",
        "promised",
        "3",
        "mobile",
        "true");
    tables.put(
        "item",
        "i1",
        "2018-07-15",
        "name",
        "One",
        "department",
        "E",
        "promised",
        "3",
        "mobile",
        "true");
    tables.put("item", "i2", "2018-01-01", "name", "Two", "department", "D", "promised", "3");
    tables.put(
        "item",
        "i1",
        "2017-01-01",
        "name",
        "One",
        "department",
        "D",
        "promised",
        "3",
        "mobile",
        "true");
    closed("a1", "i1", "2018-02-01", 2, "granted");
    closed("a2", "i1", "2018-08-01", 7, "granted");
    closed("a3", "i2", "2018-03-01", 4, "granted");
    closed("a4", "i2", "2018-03-01", 4, "withdrawn");
  }

  private void closed(String id, String item, String day, int used, String outcome) {
    tables.put(
        "application",
        id,
        day,
        "item",
        item,
        "department",
        "D",
        "accepted_on",
        LocalDate.parse(day).minusMonths(1).toString(),
        "closed_on",
        day,
        "used",
        String.valueOf(used),
        "outcome",
        outcome);
  }

  private When end() {
    return tables.now("2018-12-31");
  }
}
