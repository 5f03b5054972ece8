package org.liuzheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class Export extends AtMoment {
  private static final String LEDGER = "ledger";

  @Parameters(index = "0", paramLabel = "REGISTER|ledger", descriptionKey = "export.what")
  String what = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
  Path file = Path.of("");

  Export(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (what.equals(LEDGER) && !(on + known).isEmpty()) {
      throw new Spoken(CommandLineMain.WRONG_LINE, Words.text("cli.ledger_is_whole"));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.cannot_write", file.toString()));
    }
    String path =
        what.equals(LEDGER)
            ? "/api/ledger/bundle"
            : "/api/registers/" + Program.encode(what) + "/export";
    long bytes =
        withProgram(
            Words.text("cli.exporting", what),
            p -> save(p.download(path, query(Map.of())), folder));
    context.say(Words.text("cli.exported", file.toString(), bytes));
    return 0;
  }

  /** The file appears whole or not at all. */
  private long save(InputStream content, Path folder) {
    try (content) {
      Path making = Files.createTempFile(folder, ".liuzheng", ".making");
      try {
        long bytes = Files.copy(content, making, StandardCopyOption.REPLACE_EXISTING);
        Files.move(making, file, StandardCopyOption.REPLACE_EXISTING);
        return bytes;
      } finally {
        Files.deleteIfExists(making);
      }
    } catch (java.nio.file.FileSystemException e) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.cannot_write", file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
