package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.liuzheng.words.Refusal;

class InstallingRegistersTest {
  private static final String ITEM =
      """
      register: item
      label: {zh: 事项, en: Items}
      owner: '330205'
      key: code
      write: officer
      fields:
        code: {type: code, label: {zh: 编码, en: Code}}
        days: {type: whole, label: {zh: 时限, en: Limit}}
      """;
  private static final String MORE =
      "  lead: {type: reference, to: item, label: {zh: 主项, en: Lead}}\n";

  @AutoClose private final TestRegisters given = new TestRegisters(ITEM);

  @Test
  void installing_twice_is_once() {
    given.put("item", "2018-01-01", "code", "A", "days", "3");

    assertThat(given.registers.install(TestRegisters.schemas(ITEM))).isEmpty();
    assertThat(given.table("item")).hasSize(1);
  }

  @Test
  void a_new_field_is_blank_in_the_records_there_are() {
    given.put("item", "2018-01-01", "code", "A", "days", "3");

    given.registers.install(TestRegisters.schemas(ITEM + MORE));
    given.put("item", "2018-01-01", "code", "B", "lead", "A");

    assertThat(given.registers.records("item", List.of("A", "B"), given.now("2018-01-01")))
        .extractingByKeys("A", "B")
        .extracting(Version::values)
        .containsExactly(Map.of("code", "A", "days", "3"), Map.of("code", "B", "lead", "A"));
  }

  @Test
  void a_field_that_is_gone_is_no_longer_told_and_comes_back_with_its_values() {
    given.registers.install(TestRegisters.schemas(ITEM + MORE));
    given.put("item", "2018-01-01", "code", "A");
    given.put("item", "2018-01-01", "code", "B", "lead", "A");

    given.registers.install(TestRegisters.schemas(ITEM));
    assertThat(given.registers.record("item", "B", given.now("2018-01-01")).orElseThrow().values())
        .isEqualTo(Map.of("code", "B"));
    given.registers.install(TestRegisters.schemas(ITEM + MORE));
    assertThat(given.registers.record("item", "B", given.now("2018-01-01")).orElseThrow().values())
        .isEqualTo(Map.of("code", "B", "lead", "A"));
  }

  @Test
  void a_field_that_changes_how_it_is_kept_is_refused_and_nothing_is_installed() {
    List<Refusal> misfits =
        given.registers.install(
            TestRegisters.schemas(ITEM.replace("type: whole", "type: date").replace("事项", "新事项")));

    assertThat(misfits)
        .extracting(Refusal::place, r -> r.says().en())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "item.days",
                "Field days of “Items” is kept as bigint and "
                    + "is now declared to be kept as date; that cannot change under its data, add another "
                    + "field"));
    assertThat(given.registers.schema("item").orElseThrow().label().zh()).isEqualTo("事项");
  }

  @Test
  void long_names_that_begin_alike_do_not_get_in_each_others_way() {
    String name = "a".repeat(51);
    String long1 =
        ITEM.replace("register: item", "register: " + name)
            + MORE.replace("lead", "b".repeat(51))
            + MORE.replace("lead", "b".repeat(50) + "c")
                .replace("主项", "次项")
                .replace("Lead", "Next");

    assertThat(given.registers.install(TestRegisters.schemas(ITEM, long1))).isEmpty();
    assertThat(
            given
                .registers
                .list(new Registers.Query(name, Map.of(), "", "", 0, 9, given.now("2018-01-01")))
                .total())
        .isZero();
  }
}
