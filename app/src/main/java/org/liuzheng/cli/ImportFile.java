package org.liuzheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class ImportFile extends OnDistrict {
  private static final String BOUNDARY = "liuzheng-import-boundary";

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
    byte[] body = multipart(Files.readAllBytes(file));
    JsonNode done = withProgram(p -> p.post("/api/registers/" + register + "/import",
        Map.of("mode", goodRows ? "GOOD_ROWS" : "ALL_OR_NOTHING", "validFrom", validFrom,
            "preview", String.valueOf(preview)),
        "multipart/form-data; boundary=" + BOUNDARY, body));
    if (json) {
      context.out().println(done.toPrettyString());
    } else {
      print(done);
    }
    return done.path("rejects").isEmpty() ? 0 : CommandLineMain.FOUND_WRONG;
  }

  private void print(JsonNode done) {
    Table table = new Table(List.of(word("cli.cell"), word("cli.column"), word("cli.found"),
        word("cli.reason")));
    for (JsonNode reject : done.path("rejects")) {
      String cell = reject.path("cell").asString("");
      table.add(cell.isEmpty() ? reject.path("row").asString("") : cell,
          reject.path("column").asString(""), reject.path("found").asString(""),
          reject.path("says").path(context.lang().tag().substring(0, 2)).asString(""));
    }
    table.print(context.out());
    context.say(Words.text("cli.imported", done.path("rows").asInt(), done.path("written").asInt(),
        done.path("unchanged").asInt(), done.path("rejects").size()));
  }

  private String word(String key) {
    return Words.text(key).in(context.lang());
  }

  private byte[] multipart(byte[] content) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String name = file.getFileName().toString().replace("\"", "%22");
    body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
