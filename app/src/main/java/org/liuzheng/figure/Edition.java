package org.liuzheng.figure;

import java.util.List;
import org.liuzheng.register.Schema;

/**
 * Definitions that were installed together.
 *
 * @param schemas the registers that they read, as they were then
 */
public record Edition(List<Definition> definitions, List<Schema> schemas) {
  public Edition {
    definitions = List.copyOf(definitions);
    schemas = List.copyOf(schemas);
  }
}
