package org.liuzheng.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class VerifyLedger extends OnDistrict {
  @Parameters(arity = "0..1", paramLabel = "BUNDLE", descriptionKey = "verify.bundle")
  @Nullable String bundle;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "verify.key")
  String key = "";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  VerifyLedger(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    Verified verified =
        bundle == null
            ? ledger()
            : Verified.bundle(
                java.nio.file.Path.of(bundle), Optional.of(key).filter(k -> !k.isEmpty()), context);
    if (json) {
      context.out().println(Program.json(verified));
    } else {
      print(verified);
    }
    return verified.sound() ? 0 : CommandLineMain.FOUND_WRONG;
  }

  private Verified ledger() {
    try (Progress progress = context.progress(Words.text("cli.starting"));
        Program program = Program.on(this, progress)) {
      progress.tell(Words.text("cli.verifying"));
      JsonNode found =
          program.follow(
              "/api/ledger/verify",
              line -> {
                if (line.has("checked")) {
                  progress.tell(
                      Words.text(
                          "cli.verifying_at",
                          line.path("checked").asLong(),
                          line.path("of").asLong()));
                }
              });
      return new Verified(
          found.path("entries").asLong(),
          found.path("sound").asBoolean(false),
          found
              .path("faults")
              .valueStream()
              .map(f ->
                  new Verified.Fault(
                      f.path("seq").asLong(), f.path("says").path(context.label()).asString("")))
              .toList(),
          List.of());
    }
  }

  private void print(Verified verified) {
    Table table = new Table(List.of(context.word("cli.entry"), context.word("cli.reason")));
    for (Verified.Fault fault : verified.faults()) {
      table.add(fault.seq() < 0 ? "–" : String.valueOf(fault.seq()), fault.says());
    }
    table.print(context.out());
    context.say(
        Words.text(
            verified.sound() ? "cli.sound" : "cli.unsound",
            verified.entries(),
            verified.faults().size()));
  }
}
