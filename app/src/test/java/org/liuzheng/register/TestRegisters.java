package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.yaml.Flaw;

/** What the tests of registers share. */
final class TestRegisters {
  private TestRegisters() {}

  /** A register as its file declares it. */
  static Schema schema(String yaml) {
    List<Flaw> flaws = new ArrayList<>();
    List<Schema> read = Schemas.readAll(Map.of("x.yaml", yaml), List.of(), flaws);
    assertThat(flaws).isEmpty();
    return read.getFirst();
  }

  /** @param pathsAndContents path, content, path, content … */
  static Map<String, String> files(String... pathsAndContents) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return files;
  }
}
