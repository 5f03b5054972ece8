package org.liuzheng.cli;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class ImportFile extends OnDistrict {
  private static final long LARGEST_FILE = 200_000_000;
  private static final String BOUNDARY =
      "liuzheng-" + Long.toHexString(new SecureRandom().nextLong());

  @Parameters(index = "0", paramLabel = "REGISTER", descriptionKey = "import.register")
  String register = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "import.file")
  Path file = Path.of("");

  @Option(names = "--good-rows", descriptionKey = "import.goodRows")
  boolean goodRows;

  @Option(names = "--preview", descriptionKey = "import.preview")
  boolean preview;

  @Option(names = "--valid-from", paramLabel = "DATE", descriptionKey = "import.validFrom")
  String validFrom = "";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  ImportFile(Context context) {
    super(context);
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.no_file", file.toString()));
    }
    if (Files.size(file) > LARGEST_FILE) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.too_large", file.toString()));
    }
    BodyPublisher form = form();
    JsonNode done =
        withProgram(
            Words.text("cli.importing", name()),
            p ->
                p.post(
                    "/api/registers/" + Program.encode(register) + "/import",
                    Map.of(
                        "mode",
                        goodRows ? "GOOD_ROWS" : "ALL_OR_NOTHING",
                        "validFrom",
                        validFrom,
                        "preview",
                        String.valueOf(preview)),
                    "multipart/form-data; boundary=" + BOUNDARY,
                    form));
    if (json) {
      context.out().println(done.toPrettyString());
    } else {
      print(done);
    }
    return done.path("rejects").isEmpty() ? 0 : CommandLineMain.FOUND_WRONG;
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private void print(JsonNode done) {
    Table table =
        new Table(
            List.of(
                context.word("cli.cell"),
                context.word("cli.column"),
                context.word("cli.found"),
                context.word("cli.reason")));
    for (JsonNode reject : done.path("rejects")) {
      String cell = reject.path("cell").asString("");
      int row = reject.path("row").asInt();
      table.add(
          !cell.isEmpty()
              ? cell
              : row > 0 ? Words.text("cli.row", String.valueOf(row)).in(context.lang()) : "–",
          reject.path("column").asString(""),
          reject.path("found").asString(""),
          reject.path("says").path(context.label()).asString(""));
    }
    table.print(context.out());
    context.say(
        Words.text(
            preview ? "cli.previewed" : "cli.imported",
            done.path("rows").asInt(),
            preview
                ? done.path("accepted").asInt() - done.path("unchanged").asInt()
                : done.path("written").asInt(),
            done.path("unchanged").asInt(),
            done.path("rejects").size()));
  }

  /** The file is sent as it is read: it need not fit into memory. */
  private BodyPublisher form() throws IOException {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name().replace("\"", "%22")
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofFile(file),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }
}
