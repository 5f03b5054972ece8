package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;

class CompilingRowsTest {
  private static final String HEAD =
      """
      figure: f
      label: {zh: 甲, en: A}
      meaning: {zh: 甲, en: A}
      unit: {zh: 件, en: cases}
      owner: office
      """;

  @Test
  void the_compiler_adds_every_condition_on_the_two_times() {
    Definition d =
        clean(
            HEAD
                + """
                kind: flow
                day: a.closed_on
                rows: |
                  select a.id as application, i.id as item, i.department as unit, i.promised - a.used as saved
                  from application a
                  join item for system_time as of a.accepted_on as i on i.id = a.item
                  where a.outcome in ('granted', '不予许可')
                fold: {mean: saved}
                by: [unit, item]
                """);

    Definition.Folded folded = (Definition.Folded) d.made();
    assertThat(folded.compiled().replaceAll("\\s+", " "))
        .isEqualTo(
            """
            select a.id as application, i.id as item, i.department as unit, \
            i.promised - a.used as saved \
            from r_application as a \
            inner join r_item as i on i.id = a.item and i.known_from <= :known \
            and :known < i.known_to and i.valid_from <= a.accepted_on \
            and a.accepted_on < i.valid_to \
            where a.outcome in ('granted', '不予许可') and a.known_from <= :known \
            and :known < a.known_to and a.valid_from <= :on and :on < a.valid_to \
            and :from <= a.closed_on and a.closed_on <= :to\
            """);
    assertThat(folded.links())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("application", "application", "item", "item", "unit", "unit"));
    assertThat(folded.registers()).containsExactly("application", "item");
    assertThat(folded.flow()).isTrue();
    assertThat(folded.fold()).isEqualTo(new Definition.Fold.Mean("saved"));
  }

  @Test
  void rows_that_name_no_record_get_the_first_tables_id() {
    Definition d =
        clean(stock("select o.region as unit, o.value from observation o", "{sum: value}"));

    assertThat(((Definition.Folded) d.made()).links())
        .containsExactlyInAnyOrderEntriesOf(Map.of("unit", "unit", "observation", "observation"));
  }

  @Test
  void fields_whose_names_sql_reserves_can_be_used() {
    Definition d =
        clean(
            stock(
                "select o.region as unit, o.value as value, o.period as year from observation as o",
                "{sum: value}"));

    assertThat(((Definition.Folded) d.made()).compiled()).contains("o.value as value");
  }

  @Test
  void the_functions_of_our_own_become_postgresql() {
    Definition d =
        clean(
            stock(
                "select a.department as unit, days(a.accepted_on, a.closed_on) as d,"
                    + " whole_years(a.accepted_on, a.closed_on) as y,"
                    + " year_of(a.closed_on) as c from application a",
                "{sum: y}"));

    assertThat(((Definition.Folded) d.made()).compiled().replaceAll("\\s+", " "))
        .contains("a.closed_on - a.accepted_on as d")
        .containsPattern(
            "date_part\\('year', age\\(a.closed_on ?, a.accepted_on\\)\\) as bigint\\) as y")
        .contains("cast(date_part('year', a.closed_on) as bigint) as c");
  }

  @Test
  void a_day_that_is_no_date_is_refused_at_its_place() {
    assertThat(
            flaws(
                HEAD
                    + """
                    kind: flow
                    day: a.outcome
                    rows: |
                      select a.id as application, a.department as unit from application a
                    fold: count
                    """))
        .containsExactly("7:6 day wants a date field");
  }

  @Test
  void a_select_in_one_line_keeps_its_columns() {
    assertThat(
            flaws(
                HEAD
                    + """
                    kind: stock
                    rows: "select a.department as unit, a.nothing from application a"
                    fold: count
                    """))
        .singleElement()
        .asString()
        .startsWith("7:37 There is no field “nothing”; there are: id,");
  }

  @Test
  void a_folded_block_is_refused_because_its_places_are_lost() {
    assertThat(
            flaws(
                HEAD
                    + """
                    kind: stock
                    rows: >
                      select a.department as unit
                      from application a
                    fold: count
                    """))
        .first()
        .asString()
        .startsWith("7:7 Write the SQL as a block");
  }

  @ParameterizedTest(name = "{2}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          select * from application a                                                ~ 8:10  ~ no_star
          select count(*) as n, a.department as unit from application a              ~ 8:10  ~ no_aggregate
          select a.department as unit, max(a.used) as m from application a           ~ 8:32  ~ no_aggregate
          select a.department as unit, sum(a.used) over (partition by a.item) as m from application a ~ 8:32 ~ no_window
          select a.department as unit from application a group by a.department       ~ 8:59  ~ no_group_by
          select a.department as unit from application a where true having a.used = 1 ~ 8:68 ~ no_group_by
          select a.department as unit from application a order by a.used             ~ 8:59  ~ no_order_by
          select a.department as unit from application a limit 5                     ~ 8:56  ~ no_limit
          select distinct a.department as unit from application a                    ~ 8:3   ~ no_distinct
          select a.department as unit from (select b.id from application b) a        ~ 8:37  ~ no_subquery
          select a.department as unit from application a where exists (select 1 from item i) ~ 8:56 ~ no_subquery
          select a.department as unit from application a where a.item in (select i.id from item i) ~ 8:56 ~ no_subquery
          select (select 1 from item i) as unit from application a                   ~ 8:10  ~ no_subquery
          with x as (select 1 as b) select x.b as unit from x                        ~ 8:3   ~ no_subquery
          select a.id as unit from application a union select b.id as unit from application b ~ 8:48 ~ no_set_operation
          delete from application                                                    ~ 8:3   ~ wants_select
          select 'x' as unit                                                         ~ 8:3   ~ wants_from
          select a.department as unit from application a, item i                     ~ 8:51  ~ no_comma_join
          select a.department as unit from application a cross join item i           ~ 8:61  ~ no_such_join
          select a.department as unit from application a natural join item i         ~ 8:63  ~ no_such_join
          select a.department as unit from application a full join item i on i.id = a.item ~ 8:60 ~ no_such_join
          select a.department as unit from application a join item i using (department) ~ 8:55 ~ join_wants_on
          select a.department as unit from application a join item i on i.id < a.item ~ 8:65 ~ on_wants_equality
          select a.department as unit from application a join item i on i.id = a.item or i.mobile ~ 8:65 ~ on_wants_equality
          select a.department as unit from application a join item i on i.id = 'x'   ~ 8:65  ~ on_wants_tie
          select a.department as unit from applications a                            ~ 8:36  ~ unknown_register
          select b.department as unit from application a                             ~ 8:10  ~ unknown_alias
          select a.departement as unit from application a                            ~ 8:10  ~ unknown_column
          select department as unit from application a join item i on i.id = a.item  ~ 8:10  ~ ambiguous_column
          select a.department as unit, a.used * 2 from application a                 ~ 8:32  ~ column_wants_name
          select a.department as unit, a.used as unit from application a             ~ 8:32  ~ column_twice
          select a.department as unit, a.used as 人数 from application a              ~ 8:42  ~ column_name
          select a.department as unit from application a join application a on a.id = a.id ~ 8:55 ~ alias_twice
          select a.department as unit from application a where a.closed_on < current_date ~ 8:70 ~ no_now
          select a.department as unit from application a where a.closed_on < now()   ~ 8:70  ~ no_now
          select a.department as unit from application a where a.valid_from < a.closed_on ~ 8:56 ~ no_time_column
          select a.department as unit, a.known_to as k from application a            ~ 8:32  ~ no_time_column
          select a.department as unit, a.entry from application a                    ~ 8:32  ~ no_time_column
          select a.department as unit, a.used / 2 as half from application a         ~ 8:32  ~ no_division
          select a.department as unit, a.used * 5e-1 as half from application a      ~ 8:41  ~ no_float
          select a.department as unit, cast(a.used as double) as d from application a ~ 8:47 ~ cast_only_decimal
          select a.department as unit, round(a.used) as d from application a         ~ 8:32  ~ unknown_function
          select a.department as unit from application a where a.outcome like 'g%'   ~ 8:56  ~ not_in_rows
          select a.department as unit from application a where a.used = ?            ~ 8:65  ~ not_in_rows
          select a.department || 'x' as unit from application a                      ~ 8:10  ~ not_in_rows
          select a.applicant as unit from application a                              ~ 8:10  ~ no_private
          select i.department as unit from application a join item for system_time as of a.outcome as i on i.id = a.item ~ 8:82 ~ as_of_wants_date
          select a.department as unit from application a where a.used = 'x'          ~ 8:65  ~ compares_unlike
          select a.department as unit from application a where a.closed_on > '2018-01-01' ~ 8:70 ~ compares_unlike
          select a.department as unit, a.outcome * 2 as n from application a         ~ 8:32  ~ sql_types
          select a.department as unit from application a where a.used                ~ 8:56  ~ sql_types
          select a.department as unit, case when a.used > 1 then 1 else 'x' end as n from application a ~ 8:32 ~ sql_types
          select a.department as unit frm application a                              ~ 8:31  ~ sql_syntax
          select a.department as unit from application a;                            ~ 8:49  ~ sql_syntax
          """)
  void what_rows_cannot_be_is_refused_at_its_place(String sql, String place, String key) {
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read =
        Definitions.read("figures/f.yaml", stock(sql, "count"), TestSchemas.ALL, flaws);

    assertThat(read).isEmpty();
    assertThat(flaws).isNotEmpty();
    Flaw first = flaws.getFirst();
    assertThat(first.line() + ":" + first.column()).as(first.says().en()).isEqualTo(place);
    assertThat(first.says().en()).matches(Sentences.pattern("figure." + key));
    assertThat(first.says().in(Lang.ZH)).isNotEqualTo(first.says().en());
  }

  @Test
  void folds_and_breakdowns_name_columns_of_the_rows() {
    assertThat(
            flaws(
                stock(
                    "select a.department as unit, a.outcome as o from application a",
                    "{sum: o}\nby: [unit, oo]")))
        .containsExactly(
            "10:12 The rows have no column “oo”; they have: unit, o, application",
            "9:13 “o” is not a number and cannot be folded like this");
  }

  @Test
  void rows_without_a_unit_are_refused() {
    assertThat(flaws(stock("select a.id as application from application a", "count")))
        .singleElement()
        .asString()
        .contains("Rows need a text column called unit");
  }

  @Test
  void steps_stand_on_figures_that_exist_and_not_on_themselves() {
    List<Flaw> flaws = new ArrayList<>();
    Definitions.readAll(
        Map.of(
            "f.yaml",
            """
            - {figure: a, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: b, step: yoy}
            - {figure: b, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: a, step: yoy}
            - {figure: c, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: x, step: yoy}
            - {figure: d, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: c, step: {streak: {is: 1}}}
            - {figure: e, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: c, step: {score: {each: firm, group: scale, decimals: 4}}}
            - {figure: f, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: e, step: {grade: {shares: c}}}
            - {figure: g, label: {zh: 甲, en: a}, meaning: {zh: 甲, en: a}, unit: {zh: 甲, en: a}, owner: o, of: c, step: {parts: {each: project, are: "= 0"}}}
            """),
        Definitions.Content.NONE,
        TestSchemas.ALL,
        flaws);

    assertThat(flaws)
        .extracting(f -> f.line() + " " + f.says().en())
        .containsExactly(
            "1 The figure “a” leads back to itself",
            "2 The figure “b” leads back to itself",
            "3 There is no figure “x”",
            "4 A streak stands on a rank figure, which “c” is not",
            "5 A score stands on a figure whose rows have the columns firm, scale, numerator, denominator, weight, base and indicator, and its bonus on one with firm and points; “c” is not so",
            "6 A grade stands on a score, and its shares on a figure whose rows have the columns grade and share; “e” and “c” are not so",
            "7 Parts stand on a figure that has rows, a fold other than last, and “project” in its by; “c” is not one");
  }

  @Test
  void the_hash_changes_with_the_meaning_and_not_with_the_layout() {
    String one = clean(stock("select a.department as unit from application a", "count")).hash();
    String laidOut =
        clean(stock("select a.department as unit\n  from  application   as a", "count")).hash();
    String other =
        clean(stock("select a.department as unit from application a where a.used > 1", "count"))
            .hash();

    assertThat(laidOut).isEqualTo(one).hasSize(64);
    assertThat(other).isNotEqualTo(one);
  }

  static String stock(String sql, String fold) {
    return HEAD + "kind: stock\nrows: |\n  " + sql + "\nfold: " + fold + "\n";
  }

  private static Definition clean(String yaml) {
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read = Definitions.read("f.yaml", yaml, TestSchemas.ALL, flaws);
    assertThat(flaws).isEmpty();
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static List<String> flaws(String yaml) {
    List<Flaw> flaws = new ArrayList<>();
    Definitions.read("f.yaml", yaml, TestSchemas.ALL, flaws);
    return flaws.stream().map(f -> f.line() + ":" + f.column() + " " + f.says().en()).toList();
  }
}
