package org.liuzheng.cli;

import java.util.List;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "recheck", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class RecheckFigures extends OnDistrict {
  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  RecheckFigures(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    JsonNode found = found();
    if (json) {
      context.out().println(Program.json(found));
    } else {
      print(found);
    }
    return found.path("mismatches").isEmpty() ? 0 : CommandLineMain.FOUND_WRONG;
  }

  private JsonNode found() {
    try (Progress progress = context.progress(Words.text("cli.starting"));
        Program program = Program.on(this, progress)) {
      progress.tell(Words.text("cli.rechecking"));
      return program.follow(
          "/api/recheck",
          line -> {
            if (line.has("checked")) {
              progress.tell(
                  Words.text(
                      "cli.rechecking_at",
                      line.path("checked").asLong(),
                      line.path("of").asLong(),
                      line.path("figure").asString("")));
            }
          });
    }
  }

  private void print(JsonNode found) {
    Table table =
        new Table(
            List.of(
                context.word("cli.figure"),
                context.word("cli.unit_code"),
                context.word("cli.period"),
                context.word("cli.on"),
                context.word("cli.position"),
                context.word("cli.kept"),
                context.word("cli.records")));
    JsonNode mismatches = found.path("mismatches");
    for (JsonNode m : mismatches) {
      table.add(
          m.path("figures").path(0).asString(""),
          m.path("unit").asString(""),
          m.path("period").asString(""),
          m.path("on").asString(""),
          m.path("known").asString(""),
          m.path("kept").asString(""),
          m.path("records").asString(""));
    }
    if (!mismatches.isEmpty()) {
      table.print(context.out());
    }
    context.say(
        Words.text(
            mismatches.isEmpty() ? "cli.rechecked" : "cli.recheck_found",
            found.path("figures").asLong(),
            found.path("values").asLong(),
            mismatches.size()));
  }
}
