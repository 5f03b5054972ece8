package org.liuzheng.claim;

import java.util.Map;
import java.util.Optional;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;

/** What a reason may say about records, and whether there are any. */
interface Records {

  /** The name of a record; empty when its register is not open to everyone. */
  Optional<String> name(String register, String record, When when);

  /** Whether the register holds any record true and known then. */
  boolean any(String register, When when);

  static Records of(Registers registers) {
    return new Records() {
      @Override
      public Optional<String> name(String register, String record, When when) {
        return registers
            .schema(register)
            .filter(s -> s.access().read() == Schema.Reader.PUBLIC)
            .map(s ->
                registers
                    .record(register, record, when)
                    .map(v -> v.value(s.title()))
                    .filter(title -> !title.isEmpty())
                    .orElse(record));
      }

      @Override
      public boolean any(String register, When when) {
        return registers.list(new Registers.Query(register, Map.of(), "", "", 0, 1, when)).total()
            > 0;
      }
    };
  }
}
