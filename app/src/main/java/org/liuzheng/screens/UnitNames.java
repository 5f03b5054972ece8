package org.liuzheng.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** What units are called, on a day as known then. */
@Component
class UnitNames {
  private static final String REGISTER = "unit";
  private static final int MOST = 100_000;
  private static final int REMEMBERED = 32;

  private final Registers registers;
  private final Ledger ledger;
  private final Map<When, Map<String, Text>> known = new ConcurrentHashMap<>();

  UnitNames(Registers registers, Ledger ledger) {
    this.registers = registers;
    this.ledger = ledger;
  }

  /** The code itself where no name is known. */
  Text name(String code, When when) {
    return all(when).getOrDefault(code, Text.same(code));
  }

  /** Code to name, in the order of codes. What is known at a committed position never changes. */
  Map<String, Text> all(When when) {
    Map<String, Text> remembered = known.get(when);
    if (remembered != null) {
      return remembered;
    }
    Map<String, Text> names = read(when);
    if (when.known() <= ledger.size()) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(when, names);
    }
    return names;
  }

  /** The units right below this one, in the order of codes. */
  List<String> below(String unit, When when) {
    return registers.schema(REGISTER).isEmpty() || unit.isEmpty()
        ? List.of()
        : registers
            .list(new Registers.Query(REGISTER, Map.of("parent", unit), "", "", 0, MOST, when))
            .versions()
            .stream()
            .map(Version::record)
            .toList();
  }

  private Map<String, Text> read(When when) {
    Map<String, Text> names = new LinkedHashMap<>();
    if (registers.schema(REGISTER).isPresent()) {
      registers
          .list(new Registers.Query(REGISTER, Map.of(), "", "", 0, MOST, when))
          .versions()
          .forEach(v -> names.put(v.record(), name(v)));
    }
    return names;
  }

  private static Text name(Version unit) {
    String zh = unit.value("name").isEmpty() ? unit.record() : unit.value("name");
    String en = unit.value("name_en");
    return new Text(zh, en.isEmpty() ? zh : en);
  }
}
