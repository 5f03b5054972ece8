package org.liuzheng.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "figure", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class FigureValue extends AtMoment {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FIGURE", descriptionKey = "figure.name")
  String figure = "";

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "figure.unit")
  String unit = "";

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "figure.period")
  String period = "";

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
    if (!figure.isEmpty() && period.isEmpty()) {
      throw new Spoken(CommandLineMain.WRONG_LINE, Words.text("cli.wants_period"));
    }
    JsonNode answer = withProgram(Words.text("cli.computing"), this::ask);
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

  private JsonNode ask(Program program) {
    if (figure.isEmpty()) {
      return program.get("/api/figures", Map.of());
    }
    Map<String, String> query = new TreeMap<>(where);
    query.putAll(query(Map.of("unit", unit, "period", period, "by", by)));
    return program.get(
        "/api/figures/" + Program.encode(figure) + (by.isEmpty() ? "" : "/breakdown"), query);
  }

  private void list(JsonNode figures) {
    Table table =
        new Table(
            List.of(
                context.word("cli.figure"),
                context.word("cli.label"),
                context.word("cli.unit"),
                context.word("cli.period")));
    for (JsonNode f : figures) {
      table.add(
          f.path("name").asString(""),
          f.path("label").path(context.label()).asString(""),
          f.path("unit").path(context.label()).asString(""),
          context.word("cli.period." + f.path("period").asString("")));
    }
    table.print(context.out());
  }

  private void one(JsonNode f) {
    Table table =
        new Table(
            List.of(
                context.word("cli.figure"),
                context.word("cli.period"),
                context.word("cli.value"),
                context.word("cli.exact"),
                context.word("cli.rows"),
                context.word("cli.position")));
    JsonNode value = f.path("value");
    table.add(
        figure,
        f.path("period").asString(""),
        shown(value),
        exact(value),
        value.path("rows").asString(""),
        f.path("known").asString(""));
    table.print(context.out());
    against(f.path("against"));
  }

  private void against(JsonNode against) {
    for (String mark : List.of("target", "floor")) {
      if (!against.path(mark).isNull()) {
        tell(Words.text("cli." + mark, shown(against.path(mark))));
      }
    }
    JsonNode judgement = against.path("judgement");
    if (judgement.isObject()) {
      tell(
          Words.text(
              "cli.judgement",
              Words.text("page.light." + judgement.path("colour").asString("")),
              judgement.path("by").asString(""),
              judgement.path("on").asString(""),
              judgement.path("reason").asString("")));
    }
    JsonNode reports = against.path("reports");
    if (!reports.isNull()) {
      tell(
          Words.text(
              reports.path("provisional").asBoolean(false)
                  ? "cli.reports_provisional"
                  : "cli.reports",
              reports.path("received").asLong(),
              reports.path("expected").asLong(),
              reports.path("late").asLong(0),
              reports.path("estimated").asLong(0)));
    }
  }

  private void tell(Text sentence) {
    context.out().println(sentence.in(context.lang()));
  }

  private void parts(JsonNode parts) {
    Table table =
        new Table(
            List.of(
                by,
                context.word("cli.value"),
                context.word("cli.exact"),
                context.word("cli.rows")));
    for (JsonNode part : parts) {
      JsonNode value = part.path("value");
      table.add(
          part.path("key").asString(""),
          shown(value),
          exact(value),
          value.path("rows").asString(""));
    }
    table.print(context.out());
    if (parts.isEmpty()) {
      context.say(Words.text("cli.no_rows"));
    }
  }

  private String shown(JsonNode value) {
    return value.path("shown").isString()
        ? value.path("shown").asString()
            + " "
            + value.path("unit").path(context.label()).asString("")
        : value.path("why").path(context.label()).asString("");
  }

  private static String exact(JsonNode value) {
    String denominator = value.path("denominator").asString("");
    return value.path("numerator").asString("")
        + (denominator.isEmpty() || denominator.equals("1") ? "" : "/" + denominator);
  }
}
