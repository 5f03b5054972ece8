package org.liuzheng.claim;

import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.register.Field;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** What a reason may say about records, and whether there are any. */
interface Records {

  /** The name of a record; empty when its register is not open to everyone. */
  Optional<String> name(String register, String record, When when);

  /** Whether the register holds any record true and known then. */
  boolean any(String register, When when);

  /** Whether everyone may read the register. */
  boolean open(String register);

  /** What people call the rows of a figure that have this value in a column. */
  Text part(Definition leaf, String column, String key, When when);

  /** The field that a column of a figure's rows shows; empty where it is computed or a record. */
  Optional<Field> field(Definition leaf, String column);

  static Records of(Registers registers) {
    return new Read(registers);
  }

  /** As the registers have it. */
  record Read(Registers registers) implements Records {
    @Override
    public Optional<String> name(String register, String record, When when) {
      return schema(register)
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

    @Override
    public boolean open(String register) {
      return schema(register).isPresent();
    }

    private Optional<Schema> schema(String register) {
      return registers.schema(register).filter(s -> s.access().read() == Schema.Reader.PUBLIC);
    }

    @Override
    public Text part(Definition leaf, String column, String key, When when) {
      if (!(leaf.made() instanceof Definition.Folded folded)) {
        return Text.same(key);
      }
      String register = folded.links().getOrDefault(column, "");
      if (!register.isEmpty()) {
        return schema(register)
            .map(s ->
                registers.record(register, key, when).map(v -> title(s, v)).orElse(Text.same(key)))
            .orElseGet(() -> Words.text("claim.part_unnamed"));
      }
      return field(leaf, column).map(f -> f.shown(key)).orElse(Text.same(key));
    }

    @Override
    public Optional<Field> field(Definition leaf, String column) {
      return leaf.made() instanceof Definition.Folded folded
          ? Optional.ofNullable(folded.fields().get(column))
              .flatMap(f -> registers.schema(f.register()).flatMap(s -> s.field(f.field())))
          : Optional.empty();
    }

    private static Text title(Schema schema, Version version) {
      String title = version.value(schema.title());
      String zh = title.isEmpty() ? version.record() : title;
      String en = version.value(schema.title() + "_en");
      return new Text(zh, en.isEmpty() ? zh : en);
    }
  }
}
