package org.liuzheng.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "figure", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class FigureValue extends OnDistrict {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FIGURE", descriptionKey = "figure.name")
  String figure = "";

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "figure.unit")
  String unit = "";

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "figure.period")
  String period = "";

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
  String on = "";

  @Option(names = "--known", paramLabel = "POSITION", descriptionKey = "known")
  String known = "";

  @Option(names = "--by", paramLabel = "COLUMN", descriptionKey = "figure.by")
  String by = "";

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", descriptionKey = "figure.where")
  Map<String, String> where = new TreeMap<>();

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  FigureValue(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    JsonNode answer = withProgram(program -> {
      if (figure.isEmpty()) {
        return program.get("/api/figures", Map.of());
      }
      Map<String, String> query = new TreeMap<>(where);
      query.putAll(Map.of("unit", unit, "period", period, "on", on, "known", known, "by", by));
      return program.get("/api/figures/" + Program.encode(figure) + (by.isEmpty() ? "" : "/breakdown"),
          query);
    });
    if (json) {
      context.out().println(answer.toPrettyString());
    } else if (figure.isEmpty()) {
      list(answer);
    } else if (by.isEmpty()) {
      one(answer);
    } else {
      parts(answer);
    }
    return 0;
  }

  private void list(JsonNode figures) {
    Table table = new Table(List.of(word("cli.figure"), word("cli.label"), word("cli.unit")));
    String lang = context.lang().tag().substring(0, 2);
    for (JsonNode f : figures) {
      table.add(f.path("name").asString(""), f.path("label").path(lang).asString(""),
          f.path("unit").path(lang).asString(""));
    }
    table.print(context.out());
  }

  private void one(JsonNode f) {
    Table table = new Table(List.of(word("cli.figure"), word("cli.period"), word("cli.value"),
        word("cli.exact"), word("cli.rows"), word("cli.position")));
    String value = f.path("value").asString("");
    table.add(figure, f.path("period").asString(""),
        value.isEmpty() ? f.path("why").asString("") : value + " " + f.path("valueUnit").asString(""),
        f.path("numerator").asString("") + "/" + f.path("denominator").asString(""),
        f.path("rows").asString(""), f.path("known").asString(""));
    table.print(context.out());
  }

  private void parts(JsonNode parts) {
    Table table = new Table(List.of(by, word("cli.value")));
    for (JsonNode part : parts) {
      table.add(part.path("key").asString(""), part.path("value").path("numerator").asString("")
          + (part.path("value").path("denominator").asString("1").equals("1") ? ""
              : "/" + part.path("value").path("denominator").asString("")));
    }
    table.print(context.out());
  }

  private String word(String key) {
    return Words.text(key).in(context.lang());
  }
}
