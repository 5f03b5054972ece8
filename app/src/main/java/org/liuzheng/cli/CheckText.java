package org.liuzheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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
final class CheckText extends Checking {
  private static final String VERDICT = "verdict";
  private static final String STATE = "state";

  @Parameters(paramLabel = "FILE", descriptionKey = "checkText.file")
  Path file = Path.of("");

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "checkText.unit")
  String unit = "";

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "checkText.period")
  String period = "";

  private byte[] text = {};

  CheckText(Context context) {
    super(context);
  }

  /** The file is read before a program is looked for or started. */
  @Override
  public Integer call() {
    text = text();
    return super.call();
  }

  @Override
  JsonNode ask(Program program) {
    return program.post(
        "/api/check",
        query(Map.of("name", String.valueOf(file.getFileName()), "unit", unit, "period", period)),
        "application/octet-stream",
        BodyPublishers.ofByteArray(text));
  }

  private byte[] text() {
    if (!Files.isRegularFile(file)) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.no_file", file.toString()));
    }
    try {
      if (Files.size(file) > PlainText.LARGEST) {
        throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.too_large", file.toString()));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  JsonNode told(JsonNode answer) {
    return answer.path("numbers");
  }

  @Override
  void print(JsonNode answer) {
    JsonNode numbers = told(answer);
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
      table.add(
          n.path("number").asString(""),
          n.path("words").asString(""),
          context.word("cli.verdict." + standing(n)),
          n.path("target").asString(""),
          n.path("computed").asString(""),
          n.path("reason").asString(""));
    }
    table.print(context.out());
    context.say(
        Words.text(
            "cli.checked_text",
            numbers.size(),
            count(numbers, VERDICT, "holds"),
            count(numbers, VERDICT, FAILS),
            count(numbers, VERDICT, "not_derivable"),
            count(numbers, VERDICT, "ambiguous"),
            count(numbers, STATE, "unmatched"),
            count(numbers, STATE, "unproven"),
            count(numbers, STATE, "date"),
            count(numbers, STATE, "name")));
    if (answer.path("left").asLong(0) > 0) {
      context.say(Words.text("screens.examine.left", answer.path("left").asLong()));
    }
  }

  /** The verdict, or why there is none. */
  private static String standing(JsonNode number) {
    String verdict = number.path(VERDICT).asString("");
    return verdict.isEmpty() ? number.path(STATE).asString("") : verdict;
  }
}
