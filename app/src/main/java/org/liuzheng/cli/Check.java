package org.liuzheng.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.liuzheng.pack.Packs;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class Check implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "PACK", descriptionKey = "check.pack")
  String pack = "";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  Check(Context context) {
    this.context = context;
  }

  static Text line(Flaw flaw) {
    return Words.text(
        "cli.flaw",
        flaw.file(),
        String.valueOf(flaw.line()),
        String.valueOf(flaw.column()),
        flaw.says());
  }

  @Override
  public Integer call() {
    Packs.Loaded loaded = read(Pack.folder(pack));
    if (json) {
      context
          .out()
          .println(
              Program.json(
                  loaded.flaws().stream()
                      .map(f ->
                          new Line(f.file(), f.line(), f.column(), f.says().in(context.lang())))
                      .toList()));
    } else {
      loaded.flaws().forEach(f -> context.out().println(line(f).in(context.lang())));
      context.say(summary(loaded));
    }
    return loaded.flaws().isEmpty() ? 0 : CommandLineMain.FOUND_WRONG;
  }

  private Packs.Loaded read(Path folder) {
    try (Progress progress = context.progress(Words.text("cli.checking_pack", pack))) {
      return Packs.read(folder);
    }
  }

  private static Text summary(Packs.Loaded loaded) {
    List<Flaw> flaws = loaded.flaws();
    var content = loaded.pack().content();
    return flaws.isEmpty()
        ? Words.text(
            "cli.pack_sound",
            content.schemas().size(),
            content.definitions().size(),
            content.boards().size(),
            content.reports().size(),
            loaded.pack().records().size())
        : Words.text("cli.pack_flawed", flaws.size());
  }

  /** The documented shape of one flaw. */
  record Line(String file, int line, int column, String says) {}
}
