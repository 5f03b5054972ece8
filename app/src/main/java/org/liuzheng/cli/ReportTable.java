package org.liuzheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "report", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class ReportTable extends Checking {
  private static final List<String> VERDICTS =
      List.of("holds", "fails", "not_derivable", "ambiguous", "label");

  @Parameters(arity = "0..1", paramLabel = "REPORT", descriptionKey = "report.name")
  String report = "";

  ReportTable(Context context) {
    super(context);
  }

  @Override
  JsonNode ask(Program program) {
    return program.get(
        report.isEmpty() ? "/api/reports" : "/api/reports/" + Program.encode(report),
        query(Map.of()));
  }

  @Override
  JsonNode told(JsonNode answer) {
    return answer;
  }

  @Override
  void print(JsonNode answer) {
    if (report.isEmpty()) {
      list(answer);
    } else {
      claims(answer);
    }
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

  private void claims(JsonNode claims) {
    Table table =
        new Table(
            List.of(
                "id",
                context.word("cli.verdict"),
                context.word("cli.shown"),
                context.word("cli.computed"),
                context.word("cli.reason")));
    String section = "";
    for (JsonNode c : claims) {
      if (!c.path("section").asString("").equals(section)) {
        section = c.path("section").asString("");
        table.section(section);
      }
      table.add(
          c.path("id").asString(""),
          context.word("cli.verdict." + c.path("verdict").asString("")),
          c.path("shown").asString(""),
          c.path("computed").asString(""),
          c.path("reason").asString(""));
    }
    table.print(context.out());
    summary(claims);
  }

  /** How many claims of each section have which verdict. */
  private void summary(JsonNode claims) {
    List<String> verdicts = VERDICTS.stream().filter(v -> inSection(claims, "", v) > 0).toList();
    List<String> header = new ArrayList<>(List.of(context.word("cli.section")));
    verdicts.forEach(v -> header.add(context.word("cli.verdict." + v)));
    header.add(context.word("cli.in_all"));
    Table table = new Table(header);
    claims
        .valueStream()
        .map(c -> c.path("section").asString(""))
        .distinct()
        .forEach(s -> table.add(counts(claims, s, s, verdicts)));
    table.add(counts(claims, context.word("cli.in_all"), "", verdicts));
    context.out().println();
    table.print(context.out());
  }

  /**
   * @param section empty for all of them
   */
  private static String[] counts(
      JsonNode claims, String heading, String section, List<String> verdicts) {
    List<String> row = new ArrayList<>(List.of(heading.isEmpty() ? "\u2013" : heading));
    verdicts.forEach(v -> row.add(String.valueOf(inSection(claims, section, v))));
    row.add(String.valueOf(inSection(claims, section, "")));
    return row.toArray(String[]::new);
  }

  /**
   * @param verdict empty for any
   */
  private static long inSection(JsonNode claims, String section, String verdict) {
    return claims
        .valueStream()
        .filter(c -> section.isEmpty() || c.path("section").asString("").equals(section))
        .filter(c -> verdict.isEmpty() || c.path("verdict").asString("").equals(verdict))
        .count();
  }
}
