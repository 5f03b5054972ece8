package org.liuzheng.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.liuzheng.words.Text;
import picocli.CommandLine.Option;

/** A command that works on a district's data, through the running program or one it starts. */
abstract class OnDistrict implements Callable<Integer> {
  private static final String EXAMPLE = "packs/jiangbei-2018";

  final Context context;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  String data = "";

  @Option(names = "--pack", paramLabel = "DIR", descriptionKey = "pack")
  String pack = EXAMPLE;

  @Option(names = "--database", paramLabel = "JDBC-URL", descriptionKey = "database")
  String database = "";

  @Option(names = "--database-user", paramLabel = "NAME", descriptionKey = "databaseUser")
  String databaseUser = "";

  OnDistrict(Context context) {
    this.context = context;
  }

  Path packFolder() {
    return Pack.folder(pack);
  }

  /** The data folder named, or one folder per pack beside the program. */
  Path dataFolder() {
    return data.isEmpty()
        ? Context.home().resolve("data").resolve(String.valueOf(Path.of(pack).getFileName()))
        : Path.of(data);
  }

  /** The program's settings, as the options say. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("liuzheng.data", dataFolder().toString());
    if (!database.isEmpty()) {
      settings.put("liuzheng.database", "existing");
      settings.put("liuzheng.database-url", database);
      settings.put("liuzheng.database-user", databaseUser);
    }
    return settings;
  }

  /**
   * Runs {@code work} against the program that has the data folder, starting it when none has.
   *
   * @param doing what is said when it takes long
   */
  <R> R withProgram(Text doing, Function<Program, R> work) {
    try (Progress progress = context.progress(doing);
        Program program = Program.on(this, progress)) {
      progress.tell(doing);
      return work.apply(program);
    }
  }
}
