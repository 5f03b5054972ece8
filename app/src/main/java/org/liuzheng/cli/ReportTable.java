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
  @Parameters(paramLabel = "REPORT", descriptionKey = "report.name")
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
    JsonNode claims = withProgram(p -> p.get("/api/reports/" + Program.encode(report),
        Map.of("on", on, "known", known)));
    boolean failing = claims.valueStream()
        .anyMatch(c -> c.path("verdict").asString("").equals("fails"));
    if (json) {
      context.out().println(claims.toPrettyString());
    } else {
      print(claims);
    }
    return failing ? CommandLineMain.FOUND_WRONG : 0;
  }

  private void print(JsonNode claims) {
    Table table = new Table(List.of("id", word("cli.verdict"), word("cli.shown"),
        word("cli.computed"), word("cli.reason")));
    for (JsonNode c : claims) {
      table.add(c.path("id").asString(""), word("cli.verdict." + c.path("verdict").asString("")),
          c.path("shown").asString(""), c.path("computed").asString(""),
          c.path("reason").asString(""));
    }
    table.print(context.out());
    context.say(Words.text("cli.claims", claims.size()));
  }

  private String word(String key) {
    return Words.text(key).in(context.lang());
  }
}
