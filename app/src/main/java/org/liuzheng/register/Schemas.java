package org.liuzheng.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Register files: YAML into schemas, every flaw with its line and column. */
public final class Schemas {
  private Schemas() {}

  /**
   * Reads the register files of one pack and checks that they fit together. A register with a flaw
   * is left out of the result.
   *
   * @param files path, as flaws shall name it, to content
   * @param known registers of the packs that this one uses
   */
  public static List<Schema> readAll(
      Map<String, String> files, List<Schema> known, List<Flaw> flaws) {
    List<Declared> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    known.forEach(s -> names.add(s.name()));
    files.forEach((file, content) -> {
      Declared declared = declared(file, content, flaws);
      all.add(declared);
      if (!names.add(declared.name()) && !declared.name().isEmpty()) {
        declared.root().need("register").flaw("register.twice", declared.name());
      }
    });
    all.forEach(d -> d.checkReferences(names));
    return all.stream().flatMap(d -> d.schema().stream()).toList();
  }

  private static Declared declared(String file, String content, List<Flaw> flaws) {
    int before = flaws.size();
    YamlNode root = YamlNode.read(file, content, flaws);
    Schema schema = new SchemaReader(root, content.lines().toList(), flaws).read();
    return new Declared(
        root, schema.name(), flaws.size() == before ? Optional.of(schema) : Optional.empty());
  }

  /**
   * @param name stands also where the rest has flaws, so that nobody who refers to it is blamed
   */
  private record Declared(YamlNode root, String name, Optional<Schema> schema) {

    void checkReferences(Set<String> names) {
      for (Field field : schema.map(Schema::fields).orElse(List.of())) {
        if (field.type() == FieldType.REFERENCE && !names.contains(field.refersTo())) {
          root.need("fields")
              .need(field.name())
              .need("to")
              .flaw("register.refers_nowhere", field.name(), field.refersTo());
        }
      }
    }
  }
}
