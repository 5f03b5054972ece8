package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.springframework.stereotype.Component;

/** All registers that a visitor may read, with how many records each has and its newest entry. */
@Component
class RegisterShelf {
  private final Registers registers;
  private final Ledger ledger;
  private final OpenRegisters open;
  private final UnitNames units;
  private final Days days;

  RegisterShelf(
      Registers registers, Ledger ledger, OpenRegisters open, UnitNames units, Days days) {
    this.registers = registers;
    this.ledger = ledger;
    this.open = open;
    this.units = units;
    this.days = days;
  }

  RegistersPage page(Shell shell) {
    List<Schema> readable = open.readable(shell);
    Map<String, List<RegistersPage.Line>> byOffice = new LinkedHashMap<>();
    readable.forEach(
        s -> byOffice.computeIfAbsent(s.owner(), o -> new ArrayList<>()).add(line(shell, s)));
    List<RegistersPage.Group> groups =
        byOffice.entrySet().stream()
            .map(e ->
                new RegistersPage.Group(
                    e.getKey(), shell.say(units.name(e.getKey(), shell.when())), e.getValue()))
            .toList();
    return new RegistersPage(
        shell, groups, shell.when().known(), registers.schemas().size() - readable.size());
  }

  private RegistersPage.Line line(Shell shell, Schema schema) {
    Optional<Entry> newest = newest(shell, schema);
    return new RegistersPage.Line(
        shell.say(schema.label()),
        RecordLinks.register(shell, schema.name()),
        shell.say(schema.purpose()),
        Shown.number(count(shell, schema)),
        newest.map(e -> days.minute(e.recordedAt())).orElse(""),
        newest.map(e -> RecordLinks.entry(shell, e.seq())).orElse(""),
        reader(shell, schema),
        open.offersWriting(shell, schema) ? RecordLinks.page(shell, schema.name(), "add") : "");
  }

  long count(Shell shell, Schema schema) {
    return registers
        .list(new Registers.Query(schema.name(), Map.of(), "", "", 0, 1, shell.when()))
        .total();
  }

  Optional<Entry> newest(Shell shell, Schema schema) {
    return ledger
        .newest(new EntryQuery(Set.of(schema.name()), "", 0, shell.when().known(), 1))
        .stream()
        .findFirst();
  }

  static String reader(Shell shell, Schema schema) {
    return shell.say(
        switch (schema.access().read()) {
          case PUBLIC -> "register_page.read_public";
          case STAFF -> "register_page.read_staff";
          case OWNER -> "register_page.read_owner";
        });
  }
}
