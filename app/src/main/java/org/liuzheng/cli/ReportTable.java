package org.liuzheng.cli;

import java.util.List;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "report", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class ReportTable extends OnDistrict {
  @Parameters(arity = "0..1", paramLabel = "REPORT", descriptionKey = "report.name")
  String report = "";

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
  String on = "";

  @Option(names = "--known", paramLabel = "POSITION", descriptionKey = "known")
  String known = "";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  ReportTable(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    JsonNode answer =
        withProgram(
            Words.text("cli.reporting"),
            p ->
                p.get(
                    report.isEmpty() ? "/api/reports" : "/api/reports/" + Program.encode(report),
                    Map.of("on", on, "known", known)));
    if (json) {
      context.out().println(answer.toPrettyString());
    } else if (report.isEmpty()) {
      list(answer);
    } else {
      print(answer);
    }
    boolean failing =
        !report.isEmpty()
            && answer.valueStream().anyMatch(c -> c.path("verdict").asString("").equals("fails"));
    return failing ? CommandLineMain.FOUND_WRONG : 0;
  }

  private void list(JsonNode reports) {
    Table table =
        new Table(
            List.of(
                context.word("cli.report"), context.word("cli.label"), context.word("cli.period")));
    for (JsonNode r : reports) {
      table.add(
          r.path("name").asString(""),
          r.path("title").path(context.label()).asString(""),
          r.path("period").asString(""));
    }
    table.print(context.out());
  }

  private void print(JsonNode claims) {
    Table table =
        new Table(
            List.of(
                "id",
                context.word("cli.verdict"),
                context.word("cli.shown"),
                context.word("cli.computed"),
                context.word("cli.reason")));
    for (JsonNode c : claims) {
      table.add(
          c.path("id").asString(""),
          context.word("cli.verdict." + c.path("verdict").asString("")),
          c.path("shown").asString(""),
          c.path("computed").asString(""),
          c.path("reason").asString(""));
    }
    table.print(context.out());
    context.say(
        Words.text(
            "cli.claims",
            claims.size(),
            count(claims, "holds"),
            count(claims, "fails"),
            count(claims, "not_derivable"),
            count(claims, "ambiguous")));
  }

  private static long count(JsonNode claims, String verdict) {
    return claims.valueStream().filter(c -> c.path("verdict").asString("").equals(verdict)).count();
  }
}
