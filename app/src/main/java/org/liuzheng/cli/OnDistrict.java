package org.liuzheng.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that works on a district's data, through the running program or one it starts. */
abstract class OnDistrict implements Callable<Integer> {
  private static final String EXAMPLE = "packs/jiangbei-2018";

  final Context context;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  String data = "";

  @Option(names = "--pack", paramLabel = "DIR", descriptionKey = "pack")
  String pack = "";

  OnDistrict(Context context) {
    this.context = context;
  }

  /** The pack named, or the example; a name is looked for here and then beside the program. */
  Path packFolder() {
    Path named = Path.of(pack.isEmpty() ? EXAMPLE : pack);
    return Files.isDirectory(named) ? named : Context.home().resolve(named);
  }

  /** The data folder named, or one folder per pack beside the program. */
  Path dataFolder() {
    return data.isEmpty()
        ? Context.home().resolve("data").resolve(packFolder().getFileName().toString())
        : Path.of(data);
  }

  /** Runs {@code work} against the program that has the data folder, starting it when none has. */
  <R> R withProgram(java.util.function.Function<Program, R> work) {
    try (Program program = Program.on(this)) {
      return work.apply(program);
    }
  }
}
