package org.liuzheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class Export extends OnDistrict {
  @Parameters(index = "0", paramLabel = "REGISTER|ledger", descriptionKey = "export.what")
  String what = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
  Path file = Path.of("");

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
  String on = "";

  @Option(names = "--known", paramLabel = "POSITION", descriptionKey = "known")
  String known = "";

  Export(Context context) {
    super(context);
  }

  @Override
  public Integer call() throws IOException {
    String path = what.equals("ledger") ? "/api/ledger/bundle"
        : "/api/registers/" + Program.encode(what) + "/export";
    byte[] content = withProgram(p -> p.download(path, Map.of("on", on, "known", known)));
    Files.write(file, content);
    context.say(Words.text("cli.exported", file.toString(), content.length));
    return 0;
  }
}
