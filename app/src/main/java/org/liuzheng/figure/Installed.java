package org.liuzheng.figure;

import java.util.Optional;

/**
 * A definition ready to be evaluated.
 *
 * @param hash over this definition and all it stands on
 * @param rows empty for a step
 */
record Installed(Definition definition, String hash, Optional<CompiledRows> rows) {
  String name() {
    return definition.name();
  }
}
