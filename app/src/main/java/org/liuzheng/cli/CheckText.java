package org.liuzheng.cli;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.liuzheng.claim.PlainText;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "check-text", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class CheckText extends OnDistrict {
  @Parameters(paramLabel = "FILE", descriptionKey = "checkText.file")
  Path file = Path.of("");

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "checkText.unit")
  String unit = "";

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "checkText.period")
  String period = "";

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
  String on = "";

  @Option(names = "--known", paramLabel = "POSITION", descriptionKey = "known")
  String known = "";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  CheckText(Context context) {
    super(context);
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.no_file", file.toString()));
    }
    if (Files.size(file) > PlainText.LARGEST) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.too_large", file.toString()));
    }
    byte[] text = Files.readAllBytes(file);
    JsonNode answer =
        withProgram(
            Words.text("cli.reporting"),
            p ->
                p.post(
                    "/api/check",
                    Map.of(
                        "name",
                        String.valueOf(file.getFileName()),
                        "unit",
                        unit,
                        "period",
                        period,
                        "on",
                        on,
                        "known",
                        known),
                    "application/octet-stream",
                    BodyPublishers.ofByteArray(text)));
    if (json) {
      context.out().println(answer.toPrettyString());
    } else {
      print(answer.path("numbers"));
    }
    return count(answer.path("numbers"), "fails") > 0 ? CommandLineMain.FOUND_WRONG : 0;
  }

  private void print(JsonNode numbers) {
    Table table =
        new Table(
            List.of(
                "",
                context.word("cli.shown"),
                context.word("cli.verdict"),
                context.word("cli.stands_for"),
                context.word("cli.computed"),
                context.word("cli.reason")));
    for (JsonNode n : numbers) {
      String verdict = n.path("verdict").asString("");
      table.add(
          n.path("number").asString(""),
          n.path("words").asString(""),
          context.word("cli.verdict." + (verdict.isEmpty() ? "unmatched" : verdict)),
          n.path("target").asString(""),
          n.path("computed").asString(""),
          n.path("reason").asString(""));
    }
    table.print(context.out());
    context.say(
        Words.text(
            "cli.checked_text",
            numbers.size(),
            count(numbers, "holds"),
            count(numbers, "fails"),
            count(numbers, "not_derivable"),
            count(numbers, "ambiguous"),
            count(numbers, "")));
  }

  private static long count(JsonNode numbers, String verdict) {
    return numbers
        .valueStream()
        .filter(n -> n.path("verdict").asString("").equals(verdict))
        .count();
  }
}
