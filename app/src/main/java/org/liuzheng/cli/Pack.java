package org.liuzheng.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.liuzheng.words.Words;

/** Finds the folder of a pack. */
final class Pack {
  private Pack() {}

  /** A folder of that name here, otherwise beside the program. */
  static Path folder(String named) {
    Path here = Path.of(named);
    Path there = Context.home().resolve(named);
    Path found = Files.isDirectory(here) ? here : there;
    if (!Files.isDirectory(found)) {
      throw new Spoken(
          CommandLineMain.REFUSED,
          Words.text("cli.no_pack", here.toAbsolutePath().normalize().toString()));
    }
    return found;
  }
}
