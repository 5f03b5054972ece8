package org.liuzheng.cli;

import java.util.List;
import java.util.Map;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class VerifyLedger extends OnDistrict {
  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  VerifyLedger(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    JsonNode found = withProgram(p -> p.post("/api/ledger/verify", Map.of(), "application/json",
        new byte[0]));
    boolean sound = found.path("sound").asBoolean(false);
    if (json) {
      context.out().println(found.toPrettyString());
    } else {
      Table table = new Table(List.of(Words.text("cli.entry").in(context.lang()),
          Words.text("cli.reason").in(context.lang())));
      for (JsonNode fault : found.path("faults")) {
        table.add(fault.path("seq").asString(""), fault.path("says").asString(""));
      }
      table.print(context.out());
      context.say(Words.text(sound ? "cli.sound" : "cli.unsound", found.path("entries").asLong(),
          found.path("faults").size()));
    }
    return sound ? 0 : CommandLineMain.FOUND_WRONG;
  }
}
